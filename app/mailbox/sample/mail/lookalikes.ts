import type { Part } from '../mime.ts';
import { colleagues, owner, ownServer } from '../people.ts';
import type { IncomingMail } from './incoming.ts';

/**
 * Mail that a careless reader takes for a bounce: from the same senders, about the same words, or in
 * the same wrapping. None of these is one.
 */
const alibaba = { name: '阿里邮箱', address: 'no-reply@mailsupport.aliyun.com' };
const line =
  '554 Reject by behaviour spam at Rcpt State(Connection IP address:x.x.x.x)ANTISPAM_BAT[01201311R1568S, xxxx]: too frequently sendingCONTINUE';

const colleague = (index: number) => colleagues[index] ?? colleagues[0];

const report = (type: string, body: string): Part => ({ headers: [['Content-Type', type]], body });

export const lookalikes: readonly { readonly daysAgo: number; readonly mail: IncomingMail }[] = [
  {
    daysAgo: 79,
    mail: {
      from: alibaba,
      subject: '欢迎使用阿里邮箱',
      text: '您的邮箱已经开通。为了账号安全，请设置高强度密码，并避免频繁群发邮件。\n',
      html: '<html><body><p>您的邮箱已经开通。请避免频繁群发邮件。</p></body></html>\n',
    },
  },
  {
    daysAgo: 45,
    mail: {
      from: alibaba,
      subject: '异常登录提醒',
      text: `您的账号 ${owner.address} 于异地登录，IP：192.0.2.200。如非本人操作，请立即修改密码。\n`,
      html: `<html><body><p>您的账号 ${owner.address} 于异地登录。</p></body></html>\n`,
    },
  },
  {
    daysAgo: 23,
    mail: {
      from: colleague(1),
      subject: '转发：邮件被退回了',
      text: `昨天群发成绩的时候退回了很多，都是这一句：\n\n> ${line}\n\n要不要换一台服务器？\n`,
    },
  },
  {
    daysAgo: 22,
    mail: {
      from: colleague(3),
      subject: 'Re: Undelivered Mail Returned to Sender',
      text: `We saw the same last year. Our log said:\n\n    ${line}\n\nSlowing down helped. Daniel\n`,
      transferEncoding: 'quoted-printable',
    },
  },
  {
    daysAgo: 21,
    mail: {
      from: { name: 'Example Mail Blog', address: 'blog@news.example.com' },
      subject: 'Why mail bounces: 454, 554 and "too frequently sending" explained',
      text: 'A 454 asks you to wait. A 554 closes the door for now. We look at both.\n',
      headers: [['List-Unsubscribe', '<https://news.example.com/leave>']],
    },
  },
  {
    daysAgo: 36,
    mail: {
      from: colleague(0),
      subject: '已读：报销单据',
      text: '您的邮件已于今天被查看。\n',
      attached: {
        kind: 'report; report-type=disposition-notification',
        parts: [
          report(
            'message/disposition-notification',
            'Final-Recipient: rfc822;chen.jing@example.cn\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n',
          ),
        ],
      },
    },
  },
  {
    daysAgo: 29,
    mail: {
      from: { name: '', address: 'feedback@campus.example.com' },
      subject: 'Abuse report about a mail from 198.51.100.24',
      text: 'This is an abuse report for a mail received from 198.51.100.24.\n',
      charset: 'us-ascii',
      transferEncoding: '7bit',
      attached: {
        kind: 'report; report-type=feedback-report',
        parts: [
          report(
            'message/feedback-report',
            'Feedback-Type: abuse\r\nUser-Agent: Example-Loop/1.0\r\nVersion: 1\r\nSource-IP: 198.51.100.24\r\n',
          ),
          report('text/rfc822-headers', `From: ${owner.address}\r\nSubject: contest\r\n`),
        ],
      },
    },
  },
  {
    daysAgo: 11,
    mail: {
      from: { name: 'Mail Delivery System', address: `MAILER-DAEMON@${ownServer.host}` },
      subject: 'Successful Mail Delivery Report',
      text: 'Your message was successfully delivered to the destination listed below.\n',
      charset: 'us-ascii',
      transferEncoding: '7bit',
      headers: [['Auto-Submitted', 'auto-replied']],
      attached: {
        kind: 'report; report-type=delivery-status',
        parts: [
          report(
            'message/delivery-status',
            `Reporting-MTA: dns; ${ownServer.host}\r\n\r\nFinal-Recipient: rfc822; daniel@partners.example.com\r\nAction: delivered\r\nStatus: 2.0.0\r\nDiagnostic-Code: smtp; 250 2.0.0 Ok: queued\r\n`,
          ),
        ],
      },
    },
  },
];
