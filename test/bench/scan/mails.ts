import type { Mail } from '../../servers/maildir.ts';
import { throttleNotice } from '../../app/scan/mails.ts';

const hour = 3_600_000;

/** Bodies weigh so much that a message has 9.4 KB on average, as mailboxes of companies have. */
const bodies = [900, 3_000, 6_000, 26_000, 2_500, 4_500, 1_200, 13_000, 3_800, 8_500];
const filler = Buffer.alloc(
  32_768,
  'VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZy4gMTIzNDU2Nzg5\r\n',
);
const received = Array.from(
  { length: 5 },
  (_, hop) =>
    `Received: from h${hop}.example.org (h${hop}.example.org [203.0.113.${hop}])\r\n\tby mx.example.com with ESMTPS id 4Ab1${hop}4Ab14Ab1\r\n\tfor <owner@example.com>; Mon, 02 Mar 2026 08:14:05 +0800\r\n`,
).join('');
const signature = `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k1; h=from:to:subject;\r\n\tb=${'QUJD'.repeat(80)}\r\n`;

/** One of five has attachments, as multipart/mixed. */
const types = [
  'text/plain; charset=utf-8',
  'multipart/alternative; boundary="x"',
  'multipart/mixed; boundary="x"',
  'text/html; charset=gb18030',
  'multipart/related; boundary="x"',
];

/** `count` messages of the last 89 days, the oldest first; of every hundred one is a throttle notice of its own. */
export function* benchMails(count: number, now: number): Generator<Mail> {
  const step = (89 * 24 * hour) / count;
  for (let index = 0; index < count; index += 1) {
    const date = new Date(now - (count - index) * step);
    yield { raw: index % 100 === 50 ? notice(index, date) : ordinary(index, date), date };
  }
}

/** The same shape for a million: ordinary mail in hard links of one in a hundred. */
export function* manyMails(count: number, now: number): Generator<Mail> {
  const step = (89 * 24 * hour) / count;
  for (let index = 0; index < count; index += 100) {
    const date = new Date(now - (count - index) * step);
    yield { raw: ordinary(index / 100, date), date, copies: 99 };
    yield { raw: notice(index, date), date };
  }
}

const notice = (index: number, date: Date): string => {
  const { raw } = throttleNotice(index, date);
  return `${received}${raw.replace('\r\n\r\n--b--', `\r\n\r\n${filler.toString('latin1', 0, 2_000)}\r\n--b--`)}`;
};

function ordinary(index: number, date: Date): string {
  const type = types[index % types.length] ?? '';
  const body = filler.toString('latin1', 0, bodies[(index * 7) % bodies.length]);
  const header = `${received}${signature}From: =?utf-8?B?5byg5LiJ?= <zhang${index % 300}@example.org>\r\nTo: owner@example.com\r\nSubject: =?utf-8?B?5Lmd5pyI6LSm5Y2V?= ${index}\r\nDate: ${date.toUTCString()}\r\nMessage-ID: <o${index}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
  if (!type.startsWith('multipart/')) return header + body;
  const [first, second] = type.startsWith('multipart/mixed')
    ? ['text/plain; charset=utf-8', 'application/pdf; name="=?utf-8?B?6LSm5Y2V?=.pdf"']
    : ['text/plain; charset=utf-8', 'text/html; charset=utf-8'];
  const file = type.startsWith('multipart/mixed')
    ? 'Content-Disposition: attachment; filename="=?utf-8?B?6LSm5Y2V?=.pdf"\r\nContent-Transfer-Encoding: base64\r\n'
    : '';
  return `${header}--x\r\nContent-Type: ${first}\r\n\r\nHello\r\n--x\r\nContent-Type: ${second}\r\n${file}\r\n${body}\r\n--x--\r\n`;
}
