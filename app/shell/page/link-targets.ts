import { sites, type SiteId } from '../../mailbox/sites.ts';

export const linkTargets = {
  'alibaba-help': 'https://www.alibabacloud.com/help/faq-detail/109009.htm',
  'alibaba-webmail': 'https://qiye.aliyun.com/',
} as const;
export type LinkName = keyof typeof linkTargets;

const hosts: ReadonlySet<string> = new Set([
  ...sites.map(({ webmail }) => webmail),
  'www.alibabacloud.com',
]);

export function webmailAddress(id: SiteId): string | null {
  const site = sites.find((each) => each.id === id);
  return site === undefined ? null : `https://${site.webmail}/`;
}

/** https without credentials or port, and a host of the list to the letter. */
export function mayOpen(address: string): boolean {
  try {
    const url = new URL(address);
    return (
      url.protocol === 'https:' && hosts.has(url.host) && url.username === '' && url.password === ''
    );
  } catch {
    return false;
  }
}
