import { mailDate } from '../calendar.ts';
import { type HeaderField, mailbox, message, multipart, type Part, textPart } from '../mime.ts';
import { owner } from '../people.ts';
import { headersOf, type Layout, type NoticeFacts } from './layout.ts';

/** A report as Exchange writes it: text and HTML for people, then the status, then headers only. */
export const exchange: Layout = (facts) => {
  const { id, at, reporter, original } = facts;
  const headers: HeaderField[] = [
    ['Return-Path', '<>'],
    ['From', mailbox('Microsoft Outlook', `postmaster@${reporter.host}`)],
    ['To', owner.address],
    ['Date', mailDate(at)],
    ['Message-ID', `<${id}-ndr@${reporter.host}>`],
    ['In-Reply-To', original.messageId],
    ['References', original.messageId],
    ['Subject', 'Undeliverable: your message'],
    ['Content-Language', 'en-US'],
    ['X-MS-Exchange-Message-Is-Ndr', ''],
    ['MIME-Version', '1.0'],
    ['Auto-Submitted', 'auto-replied'],
  ];
  const people = multipart('alternative', `_alt_${id}_`, [
    textPart(plainText(facts), 'us-ascii', 'quoted-printable'),
    textPart(html(facts), 'us-ascii', 'quoted-printable', 'html'),
  ]);
  const status: Part = {
    headers: [['Content-Type', 'message/delivery-status']],
    body: statusReport(facts),
  };
  const returned: Part = {
    headers: [['Content-Type', 'text/rfc822-headers']],
    body: headersOf(original),
  };
  const kind = 'report; report-type=delivery-status';
  return message(headers, multipart(kind, `_rep_${id}_`, [people, status, returned]));
};

const remoteReply = ({ reply }: NoticeFacts['rejections'][number]): string =>
  `Remote Server returned '${reply}'`;

const plainText = ({ reporter, rejections }: NoticeFacts): string =>
  [
    'Delivery has failed to these recipients or groups:',
    ...rejections.map(({ recipient }) => `${recipient}<mailto:${recipient}>`),
    'Diagnostic information for administrators:',
    `Generating server: ${reporter.host}`,
    ...rejections.flatMap((rejection) => [rejection.recipient, remoteReply(rejection)]),
    'Original message headers: see the attachment.',
    '',
  ].join('\n\n');

const html = (facts: NoticeFacts): string =>
  `<html><body>\n${plainText(facts)
    .replaceAll(/<mailto:[^>]*>/g, '')
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')}\n</body></html>\n`;

const statusReport = ({ reporter, rejections, original }: NoticeFacts): string =>
  [
    [`Reporting-MTA: dns;${reporter.host}`, `Arrival-Date: ${mailDate(original.sentAt)}`].join(
      '\r\n',
    ),
    ...rejections.map(({ recipient, action, status, reply, remote }) =>
      [
        `Final-Recipient: rfc822;${recipient}`,
        `Action: ${action}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp;${reply}`,
        ...(remote === null ? [] : [`Remote-MTA: dns;${remote.host}`]),
      ].join('\r\n'),
    ),
    '',
  ].join('\r\n\r\n');
