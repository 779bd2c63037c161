import { colleagues } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import type { IncomingMail } from './incoming.ts';

type Template = (random: SeededRandom) => IncomingMail;

const bulk = [
  ['List-Id', 'news.example.com'],
  ['List-Unsubscribe', '<https://news.example.com/leave>'],
  ['Precedence', 'bulk'],
] as const;

const questions: readonly (readonly [string, string])[] = [
  ['第三题的数据范围', '第三题的数据范围是不是写错了？样例里有 n = 200000。\n'],
  ['下周的出题会议', '下周三下午三点开会，讨论秋季赛的题目，可以吗？\n'],
  ['服务器续费', '评测机下个月到期，要不要续一年？\n'],
  [
    'Venue for the finals',
    'The library offered two rooms for the finals. Which one do you prefer?\n',
  ],
  ['Problem statements', 'Here is the second draft. Could you look at problem D before Friday?\n'],
  ['Judges for the autumn round', 'Two more judges would help. Shall I ask around?\n'],
];

const chat: Template = (random) => {
  const [subject, text] = random.pick(questions);
  return {
    from: random.pick(colleagues),
    subject: random.below(3) === 0 ? `Re: ${subject}` : subject,
    text,
    charset: random.pick(['utf-8', 'gb18030', 'utf-8'] as const),
    transferEncoding: random.pick(['base64', 'quoted-printable'] as const),
  };
};

const student: Template = (random) => ({
  from: { name: '', address: `student${random.between(100, 999)}@students.example.org` },
  subject: random.pick(['收不到验证邮件', '忘记密码', '报名后可以换队伍吗？', '成绩有疑问']),
  text: '老师好，我已经等了半天，还是没有收到邮件，能帮我看一下吗？谢谢。\n',
  charset: 'gb2312',
});

const newsletter: Template = (random) => ({
  from: { name: 'Example Weekly', address: 'editor@news.example.com' },
  subject: `Example Weekly #${random.between(200, 260)}: compilers, queues and sorting networks`,
  text: 'This week: how a queue smooths a burst, and why sorting networks are back.\n',
  html: '<html><body><h1>Example Weekly</h1><p>How a queue smooths a burst \u2013 and more.</p></body></html>\n',
  transferEncoding: 'quoted-printable',
  headers: bulk,
});

const chineseNewsletter: Template = (random) => ({
  from: { name: '示例云资讯', address: 'news@cloud.example.cn' },
  subject: `云上开发者周刊 第 ${random.between(80, 120)} 期`,
  text: '本期内容：数据库备份的五个误区；如何给评测机做容量规划。\n',
  charset: 'gb18030',
  headers: bulk,
});

const receipt: Template = (random) => ({
  from: { name: '示例云', address: 'billing@cloud.example.cn' },
  subject: `付款成功通知（订单 ${random.digits(8)}）`,
  text: `您的订单已支付，金额 ${random.between(20, 900)}.00 元。电子发票将在三个工作日内发送。\n`,
  charset: 'gb2312',
});

const englishReceipt: Template = (random) => ({
  from: { name: 'Example Domains', address: 'receipts@domains.example.com' },
  subject: `Your receipt ${random.digits(6)}`,
  text: `Thank you. We charged USD ${random.between(9, 60)}.00 for one year of example.cn.\n`,
  transferEncoding: '7bit',
  charset: 'us-ascii',
});

const monitor: Template = (random) => ({
  from: { name: 'monitor', address: 'root@oj.example.cn' },
  subject: `[monitor] judge queue ${random.between(0, 40)} waiting, disk ${random.between(40, 80)} %`,
  text: 'All judges answered. Nothing to do.\n',
  charset: 'us-ascii',
  transferEncoding: '7bit',
  headers: [['Auto-Submitted', 'auto-generated']],
});

const autoReply: Template = (random) => ({
  from: random.pick(colleagues),
  subject: random.pick([
    '自动回复：第 46 场周赛成绩与题解',
    'Automatic reply: Venue for the finals',
  ]),
  text: '我正在休假，周一回复。I am away until Monday.\n',
  headers: [
    ['Auto-Submitted', 'auto-replied'],
    ['X-Auto-Response-Suppress', 'All'],
  ],
});

/** Some kinds are commoner than others, so they stand here more often. */
const kinds: readonly Template[] = [
  chat,
  chat,
  chat,
  chat,
  student,
  student,
  student,
  newsletter,
  chineseNewsletter,
  receipt,
  englishReceipt,
  monitor,
  monitor,
  autoReply,
];

export const everydayMail = (random: SeededRandom): IncomingMail => random.pick(kinds)(random);
