import { describe, expect, it } from 'vitest';
import { findSite, type SiteResolver } from '../../../app/mailbox/find-site.ts';

const never = () => new Promise<never>(() => undefined);
const refuse = () => Promise.reject(new Error('queryMx ENOTFOUND'));

const dns = (mx: readonly string[], txt: readonly (readonly string[])[] = []): SiteResolver => ({
  resolveMx: () => Promise.resolve(mx.map((exchange, priority) => ({ exchange, priority }))),
  resolveTxt: () => Promise.resolve(txt),
});

const untouched: SiteResolver = {
  resolveMx: () => {
    throw new Error('no question was to be asked');
  },
  resolveTxt: () => {
    throw new Error('no question was to be asked');
  },
};

const idOf = async (address: string, resolver: SiteResolver, limit?: number) => {
  const { site, evidence } = await findSite(address, resolver, limit);
  return [site?.id ?? null, evidence];
};

describe('findSite', () => {
  it('knows the personal domain without asking', async () => {
    expect(await idOf('someone@Aliyun.com', untouched)).toEqual(['personal', 'personal-domain']);
  });

  it.each([
    ['mx1.qiye.aliyun.com', 'china'],
    ['mxn.mxhichina.com', 'china'],
    ['MX1.SG.ALIYUN.COM.', 'singapore'],
    ['mx2.hk.aliyun.com', 'hong-kong'],
    ['mx1.de.alibabacloud.com', 'germany'],
    ['mx1.us.alibabacloud.com', 'usa'],
  ])('reads the MX %s as %s', async (exchange, id) => {
    expect(await idOf('owner@example.com', dns([exchange]))).toEqual([id, 'mx']);
  });

  it('prefers the MX that mail goes to first', async () => {
    const resolver: SiteResolver = {
      ...dns([]),
      resolveMx: () =>
        Promise.resolve([
          { exchange: 'mx1.qiye.aliyun.com', priority: 20 },
          { exchange: 'mx1.sg.aliyun.com', priority: 5 },
        ]),
    };
    expect(await idOf('owner@example.com', resolver)).toEqual(['singapore', 'mx']);
  });

  it('looks behind a mail gateway through SPF', async () => {
    const txt = [['verification=1'], ['v=spf1 include:spf.sg.', 'aliyun.com -all']];
    expect(await idOf('owner@example.com', dns(['gateway.example.net'], txt))).toEqual([
      'singapore',
      'spf',
    ]);
    const older = [['V=SPF1 +include:spf.mxhichina.com ~all']];
    expect(await idOf('owner@example.com', dns([], older))).toEqual(['china', 'spf']);
  });

  it('is not taken in by names that only look alike', async () => {
    const txt = [
      ['v=spf1 include:spf.qiye.aliyun.com.example.org -all'],
      ['include:spf.sg.aliyun.com'],
    ];
    const mx = ['notmxhichina.com', 'sg.aliyun.com.example.org'];
    expect(await idOf('owner@example.com', dns(mx, txt))).toEqual([null, 'none']);
  });

  it('takes silence and refusal as no evidence, each for itself', async () => {
    const txt = () => Promise.resolve([['v=spf1 include:spf.qiye.aliyun.com -all']]);
    expect(await idOf('owner@example.com', { resolveMx: refuse, resolveTxt: txt })).toEqual([
      'china',
      'spf',
    ]);
    expect(await idOf('owner@example.com', { resolveMx: never, resolveTxt: never }, 20)).toEqual([
      null,
      'none',
    ]);
    expect(await idOf('owner@example.com', { resolveMx: never, resolveTxt: txt }, 20)).toEqual([
      'china',
      'spf',
    ]);
    expect(await idOf('owner@example.com', untouched)).toEqual([null, 'none']);
  });

  it.each([
    '',
    'owner',
    'owner@',
    'owner@localhost',
    'owner@exa mple.com',
    `o@${'a'.repeat(250)}.com`,
  ])('asks nothing for "%s", which names no domain', async (address) => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return refuse();
    };
    expect(await idOf(address, { resolveMx: count, resolveTxt: count })).toEqual([null, 'none']);
    expect(asked).toBe(0);
  });

  it('asks for an international domain in its ASCII form', async () => {
    const asked: string[] = [];
    const resolver: SiteResolver = {
      ...dns([]),
      resolveMx: (domain) => {
        asked.push(domain);
        return Promise.resolve([]);
      },
    };
    await findSite('owner@例子.example.cn', resolver);
    expect(asked).toEqual(['xn--fsqu00a.example.cn']);
  });
});
