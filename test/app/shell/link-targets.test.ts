import { describe, expect, it } from 'vitest';
import { sites } from '../../../app/mailbox/sites.ts';
import { linkAddress, linkTargets, mayOpen } from '../../../app/shell/link-targets.ts';

describe('links', () => {
  it('lead to hosts of the list', () => {
    for (const address of Object.values(linkTargets)) expect(mayOpen(address)).toBe(true);
  });

  it('lead to the webmail of every site, each to its own', () => {
    const addresses = sites.map(({ webmail }) => linkAddress('alibaba-webmail', webmail));
    expect(new Set(addresses).size).toBe(sites.length);
    for (const address of addresses) expect(mayOpen(address)).toBe(true);
    expect(linkAddress('alibaba-webmail', null)).toBe(linkTargets['alibaba-webmail']);
    expect(linkAddress('alibaba-help', 'mail.sg.aliyun.com')).toBe(linkTargets['alibaba-help']);
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
