import { describe, expect, it } from 'vitest';
import {
  parseProxy,
  proxyFromEnvironment,
  proxyFromPac,
  proxyName,
} from '../../../app/mailbox/proxy.ts';

const named = (url: string): string => {
  const parsed = parseProxy(url);
  return parsed.ok ? proxyName(parsed.value) : parsed.problem.code;
};

describe('a proxy as people write it', () => {
  it.each([
    ['proxy.example.com:3128', 'http://proxy.example.com:3128'],
    ['http://proxy.example.com', 'http://proxy.example.com:80'],
    ['http://proxy.example.com:80/', 'http://proxy.example.com:80'],
    ['HTTPS://proxy.example.com', 'https://proxy.example.com:443'],
    ['socks5h://127.0.0.1:9050', 'socks5://127.0.0.1:9050'],
    ['socks://10.0.0.1', 'socks5://10.0.0.1:1080'],
    ['socks4://10.0.0.1', 'socks4a://10.0.0.1:1080'],
    ['http://[2001:db8::1]:8080', 'http://[2001:db8::1]:8080'],
  ])('%s is %s', (url, name) => expect(named(url)).toBe(name));

  it.each([
    '',
    'ftp://proxy.example.com',
    'http://',
    'http://a b',
    'http://x/path',
    'http://x:99999',
  ])('refuses "%s"', (url) => expect(named(url)).toBe('usage'));

  it('keeps user and password apart from the name, and out of a refusal', () => {
    const parsed = parseProxy('socks5://of%40fice:a%2Fb%3Ac@proxy.example.com:1080');
    expect(parsed).toMatchObject({ ok: true, value: { user: 'of@fice', password: 'a/b:c' } });
    expect(named('socks5://office:secret@proxy.example.com')).not.toContain('secret');
    expect(JSON.stringify(parseProxy('ftp://office:secret@x'))).not.toContain('secret');
  });
});

describe('the environment', () => {
  const way = (env: Record<string, string>, host = 'imap.example.com', port = 993) => {
    const chosen = proxyFromEnvironment(env, host, port);
    return !chosen.ok ? chosen.problem.code : chosen.value && proxyName(chosen.value);
  };
  const env = { HTTPS_PROXY: 'http://a.example:1', ALL_PROXY: 'socks5://b.example:2' };

  it('names one proxy, HTTPS_PROXY before ALL_PROXY, small letters before capitals', () => {
    expect(way({})).toBeNull();
    expect(way(env)).toBe('http://a.example:1');
    expect(way({ ...env, https_proxy: 'http://c.example:3' })).toBe('http://c.example:3');
    expect(way({ ALL_PROXY: env.ALL_PROXY })).toBe('socks5://b.example:2');
    expect(way({ ALL_PROXY: 'nonsense://' })).toBe('usage');
  });

  it.each([
    ['*', null],
    ['example.com', null],
    ['.example.com', null],
    ['*.example.com', null],
    ['other.org imap.example.com:993', null],
    ['imap.example.com:143', 'http://a.example:1'],
    ['ample.com', 'http://a.example:1'],
    ['', 'http://a.example:1'],
  ])('NO_PROXY=%s', (list, expected) => expect(way({ ...env, NO_PROXY: list })).toBe(expected));

  it('never sends the way to this machine through a proxy', () => {
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(way(env, host)).toBeNull();
  });
});

describe('what a system answers', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example.com:3128; DIRECT', 'http://proxy.example.com:3128'],
    ['SOCKS5 10.0.0.1:1080', 'socks5://10.0.0.1:1080'],
    ['SOCKS 10.0.0.1:1080', 'socks4a://10.0.0.1:1080'],
    ['QUIC q:1; HTTPS s.example.com:443', 'https://s.example.com:443'],
    ['', null],
  ])('%s', (answer, name) => {
    const proxy = proxyFromPac(answer);
    expect(proxy && proxyName(proxy)).toBe(name);
  });
});
