/** Who appears in the sample. All made up, under names reserved for examples (RFC 2606). */
export const owner = { name: '示例在线评测', address: 'owner@example.cn' } as const;

/** The owner's own server, which hands its mail to Alibaba's submission host. */
export const ownServer = { host: 'mail.example.cn', ip: '198.51.100.24' } as const;
/** A second machine that sends the contest mails of the last episode. */
export const contestServer = { host: 'oj2.example.cn', ip: '198.51.100.77' } as const;
export const submission = { host: 'smtp.qiye.aliyun.com', ip: '203.0.113.9' } as const;

export const colleagues = [
  { name: '陈静', address: 'chen.jing@example.cn' },
  { name: '王磊', address: 'wang.lei@example.cn' },
  { name: 'Maria Novak', address: 'maria.novak@example.org' },
  { name: 'Daniel Okafor', address: 'daniel@partners.example.com' },
  { name: '赵敏', address: 'zhaomin@edu.example.cn' },
] as const;

const family = ['li', 'wang', 'zhang', 'liu', 'chen', 'yang', 'huang', 'zhao', 'wu', 'zhou'];
const given = ['wei', 'fang', 'na', 'min', 'jing', 'lei', 'jun', 'yan', 'tao', 'ming', 'xia'];
const domains = [
  'students.example.org',
  'edu.example.cn',
  'example.com',
  'campus.example.com',
  'mail.example.org',
];

/** The n-th contestant; every number is another address. */
export function contestant(number: number): string {
  const surname = family[number % family.length] ?? 'li';
  const name = given[Math.floor(number / family.length) % given.length] ?? 'wei';
  return `${surname}.${name}${number}@${domains[number % domains.length] ?? 'example.com'}`;
}
