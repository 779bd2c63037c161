import type { MemoryMessage } from './memory-mailbox.ts';

const lines = (...all: string[]): string => all.join('\r\n');

/** Somebody's ordinary mail. */
export const ordinary = (uid: number, receivedAt: Date): MemoryMessage => ({
  uid,
  receivedAt,
  raw: lines(
    'From: Somebody <somebody@example.org>',
    'To: owner@example.com',
    'Subject: Minutes of Tuesday',
    `Date: ${receivedAt.toUTCString()}`,
    `Message-ID: <ordinary-${uid}@example.org>`,
    '',
    'See attachment.',
  ),
});

/** A delivery status notification that quotes Alibaba's throttle, as Postfix writes them. */
export const throttleNotice = (
  uid: number,
  receivedAt: Date,
  more: { date?: string | null; code?: 454 | 554; original?: string; key?: string } = {},
): MemoryMessage => {
  const { date = receivedAt.toUTCString(), code = 554, key = `notice-${uid}` } = more;
  const { original = `mail-${uid}@example.com` } = more;
  const reply =
    code === 554
      ? '554 Reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R1568S4530114229, ay29a033002195077]: too frequently sendingCONTINUE'
      : '454 Transient reject by behaviour spamANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending';
  return {
    uid,
    receivedAt,
    raw: lines(
      'Return-Path: <>',
      'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
      'To: owner@example.com',
      'Subject: Undelivered Mail Returned to Sender',
      ...(date === null ? [] : [`Date: ${date}`]),
      `Message-ID: <${key}@mail.example.com>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system at host mail.example.com.',
      '',
      `<user@dest.example.com>: host smtp.qiye.aliyun.com[203.0.113.1] said: ${reply} (in reply to RCPT TO command)`,
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.com',
      '',
      'Final-Recipient: rfc822; user@dest.example.com',
      'Action: failed',
      `Status: ${code === 554 ? '5.0.0' : '4.0.0'}`,
      'Remote-MTA: dns; smtp.qiye.aliyun.com',
      `Diagnostic-Code: smtp; ${reply}`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'From: owner@example.com',
      'Subject: An offer',
      `Message-ID: <${original}>`,
      '',
      '--b--',
      '',
    ),
  };
};

/** A mail of our own in Sent. */
export const sentMail = (uid: number, receivedAt: Date, recipients: number): MemoryMessage => ({
  uid,
  receivedAt,
  raw: lines(
    'From: owner@example.com',
    `To: ${Array.from({ length: recipients }, (_, index) => `user${index}@dest.example.com`).join(', ')}`,
    `Date: ${receivedAt.toUTCString()}`,
    `Message-ID: <mail-${uid}@example.com>`,
    '',
    'Text',
  ),
});
