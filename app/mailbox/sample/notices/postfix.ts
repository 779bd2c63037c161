import { mailDate } from '../calendar.ts';
import { type HeaderField, message, multipart, type Part } from '../mime.ts';
import { owner } from '../people.ts';
import { headersOf, type Layout, type NoticeFacts, type Rejection } from './layout.ts';

/** A Postfix bounce or delay warning: multipart/report, folded with four spaces even inside Alibaba's phrase. */
export const postfix: Layout = (facts) => {
  const { id, at, reporter, original } = facts;
  const action = facts.rejections[0]?.action ?? 'failed';
  const queueId = `4${id.toUpperCase()}Z`;
  const headers: HeaderField[] = [
    ['Return-Path', '<>'],
    ['Received', `by ${reporter.host} (Postfix)\r\n\tid ${queueId}; ${mailDate(at)}`],
    ['Date', mailDate(at)],
    ['From', `MAILER-DAEMON@${reporter.host} (Mail Delivery System)`],
    ['Subject', subjects[action]],
    ['To', owner.address],
    ['Auto-Submitted', 'auto-replied'],
    ['MIME-Version', '1.0'],
    ['Message-Id', `<${id}.${queueId}@${reporter.host}>`],
  ];
  const parts: Part[] = [
    described('Notification', 'text/plain; charset=us-ascii', humanText(facts)),
    described(
      action === 'failed' ? 'Delivery report' : 'Delivery status report',
      'message/delivery-status',
      statusReport(facts, queueId),
    ),
    action === 'failed'
      ? described('Undelivered Message', 'message/rfc822', original.raw)
      : described('Message Headers', 'text/rfc822-headers', headersOf(original)),
  ];
  const kind = 'report; report-type=delivery-status';
  const preamble = 'This is a MIME-encapsulated message.\r\n\r\n';
  return message(headers, multipart(kind, `${queueId}.1/${reporter.host}`, parts, preamble));
};

const subjects = {
  failed: 'Undelivered Mail Returned to Sender',
  delayed: 'Delayed Mail (still being retried)',
  delivered: 'Successful Mail Delivery Report',
} as const;

const described = (description: string, type: string, body: string): Part => ({
  headers: [
    ['Content-Description', description],
    ['Content-Type', type],
  ],
  body,
});

const opening = {
  failed: 'Your message could not be delivered to one or more recipients.\r\nIt is attached below.',
  delayed:
    'THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.\r\n\r\nYour message could not be delivered for more than 4 hour(s).\r\nIt will be retried until it is 2 day(s) old.',
  delivered: 'Your message was successfully delivered to the destination(s)\r\nlisted below.',
} as const;

function humanText({ reporter, rejections }: NoticeFacts): string {
  const lines = rejections.map((rejection) =>
    foldAt79(`<${rejection.recipient}>: ${said(rejection)}`),
  );
  return [
    `This is the mail system at host ${reporter.host}.`,
    opening[rejections[0]?.action ?? 'failed'],
    'For further assistance, please send mail to postmaster.',
    '                   The mail system',
    ...lines,
    '',
  ].join('\r\n\r\n');
}

function said({ remote, reply, command }: Rejection): string {
  if (remote === null) return reply;
  const inReply = command === null ? '' : ` (in reply to ${command} command)`;
  return `host ${remote.host}[${remote.ip}] said: ${reply}${inReply}`;
}

function statusReport({ reporter, original, rejections }: NoticeFacts, queueId: string): string {
  const perMessage = [
    `Reporting-MTA: dns; ${reporter.host}`,
    `X-Postfix-Queue-ID: ${queueId}`,
    `X-Postfix-Sender: rfc822; ${owner.address}`,
    `Arrival-Date: ${mailDate(original.sentAt)}`,
  ];
  const perRecipient = rejections.map((rejection) =>
    [
      `Final-Recipient: rfc822; ${rejection.recipient}`,
      `Original-Recipient: rfc822;${rejection.recipient}`,
      `Action: ${rejection.action}`,
      `Status: ${rejection.status}`,
      ...(rejection.remote === null ? [] : [`Remote-MTA: dns; ${rejection.remote.host}`]),
      foldAt79(
        `Diagnostic-Code: ${rejection.remote === null ? 'X-Postfix' : 'smtp'}; ${rejection.reply}`,
      ),
    ].join('\r\n'),
  );
  return [perMessage.join('\r\n'), ...perRecipient, ''].join('\r\n\r\n');
}

/** Breaks at white space before column 79, wherever that falls. */
function foldAt79(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const indent = lines.length === 0 ? 0 : 4;
    if (current !== '' && indent + current.length + 1 + word.length > 79) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\r\n    ');
}
