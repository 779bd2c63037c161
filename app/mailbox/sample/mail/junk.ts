import type { IncomingMail } from './incoming.ts';

/** What lies in the junk folder beside a copied notice. */
export const junkMails: readonly IncomingMail[] = [
  ['代开发票', '各类发票代开，税点优惠，量大从优。\n', 'gb2312'],
  ['You have won a voucher', 'Claim your voucher before midnight.\n', 'us-ascii'],
  ['企业邮箱扩容通知', '您的邮箱容量不足，请尽快登录下面的网址处理。\n', 'gb18030'],
  ['Rank first in search results', 'We can help your site. Reply for a price list.\n', 'us-ascii'],
  ['退信通知：请重新验证您的账号', '您有三封邮件被系统退回，点击链接验证后即可恢复。\n', 'utf-8'],
  [
    'Mail delivery failed: open the attached form',
    'Your mails are on hold. Log in to release them.\n',
    'us-ascii',
  ],
].map(([subject = '', text = '', charset], index) => ({
  from: { name: '', address: `offer${index}@bulk.example.org` },
  subject,
  text,
  charset:
    charset === 'us-ascii' || charset === 'utf-8' || charset === 'gb2312' ? charset : 'gb18030',
}));
