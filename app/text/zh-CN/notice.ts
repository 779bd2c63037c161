/** 关于退信、未读取内容和建议的句子。 */
export const notice = {
  category: {
    throttle: '发信频率受限',
    'other-rate-limit': '其他服务商的频率限制',
    'volume-quota': '发信配额已用完',
    'spam-content': '内容被判为垃圾邮件',
    policy: '因策略被拒绝',
    'user-unknown': '收件人不存在',
    'mailbox-full': '邮箱已满',
    'too-large': '邮件过大',
    'host-unreachable': '无法连接服务器',
    expired: '多次重试后放弃',
    'relay-denied': '拒绝转发',
    other: '其他原因',
  },
  summary: {
    'not-bounce': '这不是退信通知。',
    unreadable: '无法读取此邮件：{{reason}}。',
    bounce: '退信通知，未写明收件人。',
    one: '发给 {{recipient}} 的邮件被拒绝：{{category}}。',
    'one-delayed': '发给 {{recipient}} 的邮件被延迟：{{category}}。',
    'one-throttle':
      '阿里邮箱以发信过于频繁为由拒绝了发给 {{recipient}} 的邮件（{{code}}）；收件地址本身没有问题。',
    'one-possible':
      '发给 {{recipient}} 的邮件可能因发信频率受限；退信中只有两个特征之一，因此不计入。',
    several_other: '发给 {{count}} 个收件人的邮件失败：{{categories}}。',
    part: '{{category}}（{{count}}）',
    someone: '某收件人',
  },
  unreadable: {
    'no-access': '当前用户可能没有权限，或文件已损坏',
    empty: '内容为空',
    'not-mail': '不是邮件',
    'too-large': '过大',
    'too-deep': '嵌套过深',
    'too-many-parts': '部分过多',
    'took-too-long': '读取耗时过长',
  },
  notScanned: {
    mailbox: '没有读取邮箱本身：已知内容仅来自导入的文件。',
    'mailbox-now': '本次没有读取邮箱：文件已导入到此前的记录中。',
    undated_other: '导入的内容中有 {{count, number}} 次拒绝没有可信的时间，因此未计入。',
    'foreign-sender_other': '日志中有 {{count, number}} 次拒绝属于其他发件人的邮件，因此未计入。',
    file: '无法导入“{{subject}}”。',
    'before-window_other': '有 {{count, number}} 封邮件因早于时间范围而未读取。',
    folder: '文件夹“{{subject}}”因无法打开而未读取。',
    'other-folders_other': '另有 {{count, number}} 个文件夹因未选择而未读取。',
    cancelled: '扫描已停止；未读取的内容将在下次扫描时读取。',
    cancelled_other: '扫描已停止，还有 {{count, number}} 封邮件未读取，将在下次扫描时读取。',
    problem: '扫描提前结束；未读取的内容将在下次扫描时读取。',
    problem_other: '扫描提前结束，还有 {{count, number}} 封邮件未读取，将在下次扫描时读取。',
    unreadable_other: '有 {{count, number}} 封邮件无法读取。',
    'no-sent-folder': '未找到“已发送”文件夹，因此发信节奏未知。',
  },
  alsoDo: {
    'change-password': '修改邮箱登录密码。',
    'slow-down': '今后的发信节奏要比受限之前更慢。',
    'direct-mail':
      '这些邮件像是批量或系统邮件：阿里邮箱不适用于此类邮件，阿里云建议使用其邮件推送服务。',
    'review-account': '在网页邮箱中检查登录日志、过滤规则、自动转发和安全手机。',
  },
  advice: {
    'no-throttle': '未发现限制本账号的发信频率受限退信。',
    over: '自最后一次被拒绝起，已过阿里邮箱建议的暂停时间。',
    'short-episode': '最近的受限时段较短：请在最后一次被拒绝后暂停一小时再重试。该时间为估计值。',
    'long-episode':
      '最近的受限时段持续三小时以上：请当天停止发送，在最后一次被拒绝 24 小时后重试。该时间为估计值。',
    'repeated-within-a-day':
      '最近的受限时段与前一次相隔不到一天：请当天停止发送，在最后一次被拒绝 24 小时后重试。该时间为估计值。',
    'repeated-despite-advice': '已按建议暂停，但 14 天内仍有五次以上受限时段：请联系阿里邮箱客服。',
  },
} as const;
