export const siteIds = [
  'china',
  'china-older',
  'singapore',
  'hong-kong',
  'germany',
  'usa',
  'personal',
  'own',
] as const;

/** 'own' is a host that the person names: it stands in no table. */
export type SiteId = (typeof siteIds)[number];

export interface Site {
  readonly id: Exclude<SiteId, 'own'>;
  /** The canonical name: a customer's own CNAME fails the certificate check. */
  readonly host: string;
  /** 993 everywhere: TLS from the first byte. Port 143 has no STARTTLS, so it means a clear-text password. */
  readonly port: 993;
  readonly webmail: string;
}

const site = (id: Site['id'], host: string, webmail: string): Site => ({
  id,
  host,
  port: 993,
  webmail,
});

/**
 * Where Alibaba Mail answers. A tenant lives on one site: the right password on another one is a plain
 * login failure. Neither Thunderbird's autoconfig database nor nodemailer's list has these hosts.
 */
export const sites: readonly Site[] = [
  site('china', 'imap.qiye.aliyun.com', 'qiye.aliyun.com'),
  site('china-older', 'imap.mxhichina.com', 'mail.mxhichina.com'),
  site('singapore', 'imap.sg.aliyun.com', 'mail.sg.aliyun.com'),
  site('hong-kong', 'imap.hk.aliyun.com', 'mail.hk.aliyun.com'),
  site('germany', 'imap.de.alibabacloud.com', 'mail.de.alibabacloud.com'),
  site('usa', 'imap.us.alibabacloud.com', 'mail.us.alibabacloud.com'),
  site('personal', 'imap.aliyun.com', 'mail.aliyun.com'),
];
