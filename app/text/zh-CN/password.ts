/** 密码的规则、强度与提示。 */
export const password = {
  compliant: '符合阿里邮箱的密码规则。',
  'not-compliant': '不符合阿里邮箱的密码规则。',
  rule: {
    length: '8 至 64 个字符',
    characterTypes: '大写字母、小写字母、数字、特殊字符中至少三种',
    noAccount: '不包含邮箱地址或 @ 之前的部分',
  },
  kept: '满足',
  broken: '不满足',
  strength: '强度：{{word}}（{{score}} / 4，约需猜测 10^{{guessesLog10}} 次）',
  score: { 0: '很弱', 1: '弱', 2: '一般', 3: '较强', 4: '强' },
  note: {
    'nine-characters': '8 个字符符合规则，但阿里邮箱较新的管理页面要求 9 个，可能会拒绝。',
    'non-ascii': '含有 ASCII 以外的字符：计入长度，但不算一种字符类型，服务器可能会拒绝。',
    space: '含有空格：空格不算一种字符类型，服务器可能会拒绝。',
    'control-characters': '含有控制字符（如制表符或换行符）：服务器可能会拒绝，也不易输入。',
    'short-account': '@ 之前的部分很短，密码容易碰巧包含它；按字面理解，规则同样禁止。',
    weak: '符合规则，但容易被猜到。弱密码可能使阿里邮箱降低发信限制。',
  },
  ask: '要检查的 {{account}} 的密码（不显示）：',
  'never-argument': 'password {{verb}}：密码从标准输入读取，绝不通过参数传递',
  verbs: 'password：check 或 suggest',
} as const;
