import { sites } from '../mailbox/sites.ts';

export const linkTargets = {
  'alibaba-help': 'https://www.alibabacloud.com/help/faq-detail/109009.htm',
  'alibaba-webmail': 'https://qiye.aliyun.com/',
} as const;
export type LinkName = keyof typeof linkTargets;

/** The page behind a link; webmail is that of the account's own site where it is known. */
export const linkAddress = (link: LinkName, webmail: string | null): string =>
  link === 'alibaba-webmail' && webmail !== null ? `https://${webmail}/` : linkTargets[link];

const hosts: ReadonlySet<string> = new Set([
  ...sites.map(({ webmail }) => webmail),
  'www.alibabacloud.com',
]);

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
