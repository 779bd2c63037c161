import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../app/shell/page/content-security-policy.ts';

it('allows our own files and nothing that could run or send', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U=';");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});
