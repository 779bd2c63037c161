import { chineseDate, mailDate } from '../calendar.ts';
import {
  encodedWords,
  type HeaderField,
  mailbox,
  message,
  multipart,
  type Part,
  textPart,
} from '../mime.ts';
import { owner } from '../people.ts';
import type { Layout } from './layout.ts';

/** A Coremail 系统退信: gb2312 base64 for people, a status part, the whole original. */
export const coremail: Layout = ({ id, at, reporter, original, rejections }) => {
  const headers: HeaderField[] = [
    ['Return-Path', '<>'],
    ['Date', mailDate(at)],
    ['From', mailbox('', `postmaster@${reporter.host}`)],
    ['To', owner.address],
    ['Message-ID', `<${id}.DSN@${reporter.host}>`],
    ['Subject', encodedWords('系统退信', 'gb2312')],
    ['X-Mailer', 'Coremail MTA server'],
    ['MIME-Version', '1.0'],
  ];
  const text = [
    '抱歉，您的邮件被退回来了……',
    `原邮件信息：\n时间：${chineseDate(original.sentAt)}\n主题：${original.subject}`,
    ...rejections.map(
      ({ recipient, reply, remote }) =>
        `收件人：${recipient}\n退信原因：${remote === null ? '' : `host ${remote.host} said: `}${reply}`,
    ),
    '此信由系统自动发出，请不要直接回复。\n',
  ].join('\n\n');
  const status: Part = {
    headers: [['Content-Type', 'message/delivery-status']],
    body: [
      `Reporting-MTA: dns; ${reporter.host}\r\nArrival-Date: ${mailDate(original.sentAt)}`,
      ...rejections.map(({ recipient, action, status: code, reply, remote }) =>
        [
          `Final-Recipient: rfc822; ${recipient}`,
          `Action: ${action}`,
          `Status: ${code}`,
          ...(remote === null ? [] : [`Remote-MTA: dns; ${remote.host}`]),
          `Diagnostic-Code: smtp; ${reply}`,
        ].join('\r\n'),
      ),
      '',
    ].join('\r\n\r\n'),
  };
  const returned: Part = { headers: [['Content-Type', 'message/rfc822']], body: original.raw };
  const kind = 'report; report-type=delivery-status';
  return message(
    headers,
    multipart(kind, `----=_Part_${id}`, [textPart(text, 'gb2312', 'base64'), status, returned]),
  );
};
