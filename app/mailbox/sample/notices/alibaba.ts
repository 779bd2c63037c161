import { chineseDate, mailDate } from '../calendar.ts';
import {
  base64,
  type Charset,
  encodedWords,
  type HeaderField,
  mailbox,
  message,
  multipart,
  type Part,
  textPart,
} from '../mime.ts';
import { owner } from '../people.ts';
import type { Layout, NoticeFacts } from './layout.ts';

/**
 * Alibaba's own notices: HTML, no delivery-status part, from the address that also sends welcome and
 * logon mails. Put together from descriptions; no raw sample is public.
 */
const sender = 'no-reply@mailsupport.aliyun.com';

const headers = (
  facts: NoticeFacts,
  name: string,
  subject: string,
  charset: Charset,
): HeaderField[] => [
  ['Return-Path', '<>'],
  ['Date', mailDate(facts.at)],
  ['From', mailbox(name, sender, charset)],
  ['To', owner.address],
  ['Message-ID', `<${facts.id}.bounce@mailsupport.aliyun.com>`],
  ['Subject', encodedWords(subject, charset)],
  ['MIME-Version', '1.0'],
  ['X-Mailer', 'Alimail-Mailagent'],
];

const row = (label: string, value: string): string =>
  `<tr><td style="width:90px;color:#888;">${label}</td><td>${escapeHtml(value)}</td></tr>\n`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The original as these notices attach it: not message/rfc822. */
const attachedOriginal = (facts: NoticeFacts): Part => ({
  headers: [
    ['Content-Type', 'application/octet-stream; name="original.eml"'],
    ['Content-Transfer-Encoding', 'base64'],
    ['Content-Disposition', 'attachment; filename="original.eml"'],
  ],
  body: base64(facts.original.raw),
});

/** Since about 2023: a table of address, reason, advice and the remote answer. */
export const alibaba2023: Layout = (facts) => {
  const rows = facts.rejections
    .map(
      ({ recipient, reply }) =>
        row('收信地址', recipient) +
        row('退信原因', '发信频率过高，邮件被系统限制发送。') +
        row('解决方案', '请降低发信频率，稍后重试；如频繁出现，请检查账号密码强度。') +
        row('远程响应', reply),
    )
    .join('');
  const html = `<html><body><div style="font-family:sans-serif;">
<p>您好，${owner.address}：</p>
<p>很抱歉，你发送的邮件被本系统退回，相关信息如下：</p>
<table>\n${row('邮件主题', facts.original.subject)}${rows}</table>
<p>此邮件由系统自动发出，请勿直接回复。</p></div></body></html>\n`;
  return message(
    headers(facts, '阿里邮箱', `来自${sender}的退信`, 'utf-8'),
    multipart('mixed', `----=_alimail_${facts.id}`, [
      textPart(html, 'utf-8', 'base64', 'html'),
      attachedOriginal(facts),
    ]),
  );
};

/** About 2016: short lines, gb18030 quoted-printable labelled gb2312, nothing attached. */
export const alibaba2016: Layout = (facts) => {
  const lines = facts.rejections
    .map(
      ({ recipient, reply }) =>
        `无法发送到&lt;${recipient}&gt;<br>\n系统应答：${escapeHtml(reply)}<br>\n`,
    )
    .join('');
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
您发送的邮件被退回，相关信息如下：<br>
发件人：${owner.address}<br>
主题：${escapeHtml(facts.original.subject)}<br>
时间：${chineseDate(facts.original.sentAt)}<br>
<br>\n${lines}</body></html>\n`;
  return message(
    headers(facts, '阿里云邮箱', '退信通知', 'gb2312'),
    textPart(html, 'gb2312', 'quoted-printable', 'html'),
  );
};

/** The English layout: Reason and Reply. */
export const alibabaEnglish: Layout = (facts) => {
  const rows = facts.rejections
    .map(
      ({ recipient, reply }) =>
        row('Recipient', recipient) +
        row(
          'Reason',
          'The message was returned because of the sending behaviour of this account.',
        ) +
        row('Reply', reply),
    )
    .join('');
  const html = `<html><body><p>Dear ${owner.address},</p>
<p>We are sorry that the mail you sent was returned by the system. Details:</p>
<table>\n${row('Subject', facts.original.subject)}${rows}</table></body></html>\n`;
  return message(
    headers(facts, 'Alibaba Mail', `Returned mail from ${sender}`, 'utf-8'),
    multipart('mixed', `----=_alimail_${facts.id}`, [
      textPart(html, 'utf-8', 'quoted-printable', 'html'),
      attachedOriginal(facts),
    ]),
  );
};
