import type { Mail } from '../../servers/maildir.ts';

/** Mails of made-up accounts whose episodes, pace and causes are known. */
const lines = (...all: readonly string[]): string => all.join('\r\n');

export interface Letter {
  readonly id: string;
  readonly at: number;
  readonly owner: string;
  readonly to?: string;
  readonly mailer?: string;
}

const headersOf = ({
  id,
  at,
  owner,
  to = `${id.split('@')[0] ?? ''}@dest.example.org`,
  mailer,
}: Letter) => [
  `From: ${owner}`,
  `To: ${to}`,
  'Subject: Your order',
  `Date: ${new Date(at).toUTCString()}`,
  `Message-ID: <${id}>`,
  ...(mailer === undefined ? [] : [`X-Mailer: ${mailer}`]),
];

export const sent = (letter: Letter): Mail => ({
  raw: lines(...headersOf(letter), '', 'Text', ''),
  date: new Date(letter.at),
});

export interface Bounced extends Letter {
  /** When the notice was written; `arrives` when it came to the mailbox. */
  readonly bouncedAt: number;
  readonly arrives?: number;
  /** Null: no Date header; a text: that one. */
  readonly date?: string | null;
  readonly ip?: string;
  readonly code?: 454 | 554;
  readonly action?: 'failed' | 'delayed';
  /** Who refused it: our own submission server, a recipient's server. */
  readonly host?: string;
  readonly reply?: string;
  readonly recipients?: readonly string[];
}

const throttle = (code: 454 | 554, ip: string): string =>
  code === 454
    ? `454 Transient reject by behaviour spam at Rcpt State(Connection IP address:${ip})ANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending`
    : `554 Reject by behaviour spam at Rcpt State(Connection IP address:${ip})ANTISPAM_BAT[01201311R1568S4530114229, ay29a033002195077]: too frequently sending`;

/** A notice as Postfix writes it. */
export function bounce(bounced: Bounced): Mail {
  const { id, owner, bouncedAt, arrives = bouncedAt, code = 454, ip = '198.51.100.24' } = bounced;
  const { action = 'failed', host = 'smtp.qiye.aliyun.com', date } = bounced;
  const reply = bounced.reply ?? throttle(code, ip);
  const recipients = bounced.recipients ?? [
    bounced.to ?? `${id.split('@')[0] ?? ''}@dest.example.org`,
  ];
  const written = date === undefined ? new Date(bouncedAt).toUTCString() : date;
  const raw = lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
    `To: ${owner}`,
    action === 'delayed'
      ? 'Subject: Delayed Mail (still being retried)'
      : 'Subject: Undelivered Mail Returned to Sender',
    ...(written === null ? [] : [`Date: ${written}`]),
    `Message-ID: <${action}.${bouncedAt}.${id}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mail.example.com.',
    '',
    ...recipients.map(
      (to) => `<${to}>: host ${host}[203.0.113.1] said: ${reply} (in reply to RCPT TO command)`,
    ),
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.com',
    ...recipients.flatMap((to) => [
      '',
      `Final-Recipient: rfc822; ${to}`,
      `Action: ${action}`,
      `Status: ${reply.startsWith('4') ? '4.0.0' : '5.0.0'}`,
      `Remote-MTA: dns; ${host}`,
      `Diagnostic-Code: smtp; ${reply}`,
    ]),
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    ...headersOf(bounced),
    '',
    '--b--',
    '',
  );
  return { raw, date: new Date(arrives) };
}
