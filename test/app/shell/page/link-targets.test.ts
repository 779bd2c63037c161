import { describe, expect, it } from 'vitest';
import { sites } from '../../../../app/mailbox/sites.ts';
import { linkTargets, mayOpen, webmailAddress } from '../../../../app/shell/page/link-targets.ts';

describe('links', () => {
  it('lead to hosts of the list', () => {
    for (const address of Object.values(linkTargets)) expect(mayOpen(address)).toBe(true);
  });

  it.each([
    'http://qiye.aliyun.com/',
    'https://qiye.aliyun.com.example.com/',
    'https://evil-qiye.aliyun.com/',
    'https://qiye.aliyun.com@example.com/',
    'https://user:word@qiye.aliyun.com/',
    'https://qiye.aliyun.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not an address',
  ])('never lead to %s', (address) => {
    expect(mayOpen(address)).toBe(false);
  });
});

describe('the webmail of a site', () => {
  it('is its own', () => {
    expect(new Set(sites.map(({ id }) => webmailAddress(id))).size).toBe(sites.length);
  });

  it.each(sites.map(({ id }) => id))('of %s may be opened', (id) => {
    const address = webmailAddress(id);
    expect(address !== null && mayOpen(address)).toBe(true);
  });

  it('of a host of one’s own is not known', () => {
    expect(webmailAddress('own')).toBeNull();
  });
});
