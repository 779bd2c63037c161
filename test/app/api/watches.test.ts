import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, type Argument } from '../../../app/api/contract.ts';
import { allHandlers } from '../../../app/api/handlers/all.ts';
import { openSample } from '../../../app/mailbox/sample/index.ts';
import { failed, ok } from '../../../app/result.ts';
import { now, testContext, type TestContext } from './context.ts';

const login: Argument<'scan:connect'> = {
  address: 'owner@example.com',
  password: 'Correct-Horse-7',
  host: 'imap.example.com',
  port: 993,
  useChosenCa: false,
};

let context: TestContext;
let answer: Parameters<typeof testContext>[1];

beforeEach(async () => {
  answer = () => Promise.resolve(ok(openSample(now)));
  context = await testContext({}, () => answer!());
});
afterEach(() => context.watches.stopAll());

const handlers = () => allHandlers(context);
const read = () => vi.waitFor(() => expect(context.scans.isRunning(1)).toBe(false), 20_000);
const state = (wanted: string) =>
  vi.waitFor(() => expect(context.watches.status(1).state).toBe(wanted), 20_000);

describe('watch:set', () => {
  it('needs a password that this session holds', async () => {
    await handlers()['scan:connect'](login);
    await read();
    context.passwords.forget(1);
    expect(await handlers()['watch:set']({ accountId: 1, on: true })).toMatchObject(
      failed('login-refused', 'imap.example.com'),
    );
    expect(context.watches.isOn(1)).toBe(false);
    expect(await handlers()['watch:set']({ accountId: 9, on: true })).toMatchObject({ ok: false });
  });

  it('waits for the scan that runs, then keeps one connection, and reads over it', async () => {
    await handlers()['scan:connect'](login);
    expect((await handlers()['watch:set']({ accountId: 1, on: true })).ok).toBe(true);
    expect((await handlers()['watch:set']({ accountId: 1, on: true })).ok).toBe(true);
    await state('watching');
    expect(context.logins).toHaveLength(2);
    const before = context.watches.status(1).lastLookAt;
    expect(before).not.toBeNull();
    const looks = context.watched.filter(({ state: each }) => each === 'reading').length;
    expect(await handlers()['scan:again']({ accountId: 1 })).toEqual(ok({ accountId: 1 }));
    await vi.waitFor(
      () =>
        expect(context.watched.filter(({ state: each }) => each === 'reading').length).toBe(
          looks + 1,
        ),
      20_000,
    );
    await state('watching');
    expect(context.logins).toHaveLength(2);
    for (const status of context.watched)
      expect(channels['watch:list'].result.safeParse([status]).success).toBe(true);
    const off = await handlers()['watch:set']({ accountId: 1, on: false });
    expect(off).toMatchObject({ ok: true, value: { state: 'off' } });
    expect(handlers()['watch:list'](undefined)).toEqual([]);
    expect(context.bugs).toEqual([]);
  });

  it('stops at a refused login and forgets the password', async () => {
    await handlers()['scan:connect'](login);
    await read();
    answer = () => Promise.resolve(failed('login-refused', 'imap.example.com', 'NO'));
    await handlers()['watch:set']({ accountId: 1, on: true });
    await state('stopped');
    expect(context.watches.status(1)).toMatchObject({ problem: { code: 'login-refused' } });
    expect(context.passwords.has(1)).toBe(false);
    expect(context.watches.isOn(1)).toBe(false);
    expect(context.logins).toHaveLength(2);
  });

  it('ends with its account', async () => {
    await handlers()['scan:connect'](login);
    await read();
    await handlers()['watch:set']({ accountId: 1, on: true });
    await state('watching');
    await handlers()['account:remove']({ accountId: 1 });
    expect(handlers()['watch:list'](undefined)).toEqual([]);
  });
});

describe('what is chosen for an account', () => {
  const proxy = {
    use: 'manual',
    url: 'socks5://10.0.0.1',
    user: 'office',
    password: 'Px-9',
  } as const;

  it('is stored without the proxy’s password, which is held for the session', async () => {
    await handlers()['scan:connect']({ ...login, proxy, days: null });
    await read();
    await handlers()['scan:again']({ accountId: 1 });
    await read();
    const expected = {
      kind: 'socks5',
      host: '10.0.0.1',
      port: 1080,
      user: 'office',
      password: 'Px-9',
    };
    expect(context.logins.map((each) => each.proxy)).toEqual([expected, expected]);
    expect(context.store.value.settings.of(1)).toEqual({
      ...{ proxy: 'socks5://office@10.0.0.1:1080', days: null, folders: null },
    });
    expect(context.store.value.scans.last(1)?.since).toBeNull();
  });

  it('stays when it is not chosen again, and the system’s way is asked for', async () => {
    await context.watches.stopAll();
    context = await testContext({
      systemProxy: () =>
        Promise.resolve({ kind: 'http', host: 'p', port: 3128, user: null, password: null }),
    });
    await handlers()['scan:connect'](login);
    await read();
    expect(context.logins[0]?.proxy).toMatchObject({ host: 'p' });
    await handlers()['scan:connect']({ ...login, proxy: { ...proxy, use: 'direct' } });
    await read();
    expect(context.logins[1]?.proxy).toBeUndefined();
  });

  it('an address that is no proxy’s connects nowhere', async () => {
    const bad = { ...proxy, url: 'ftp://nowhere' };
    expect(await handlers()['scan:connect']({ ...login, proxy: bad })).toMatchObject({
      problem: { code: 'usage' },
    });
    expect(context.logins).toEqual([]);
  });

  it('decides what the next scans read', async () => {
    await handlers()['scan:connect'](login);
    await read();
    const before = await handlers()['reading:get']({ accountId: 1 });
    expect(before).toMatchObject({ ok: true, value: { days: 90, folders: null } });
    if (!before.ok) return;
    const sent = before.value.listed.find(({ role }) => role === 'sent');
    expect(sent).toBeDefined();
    await handlers()['reading:set']({ accountId: 1, days: 30, folders: ['INBOX'] });
    await handlers()['scan:again']({ accountId: 1 });
    await read();
    const last = context.store.value.scans.last(1);
    expect(last?.since).toBe(now.getTime() - 30 * 24 * 3_600_000);
    expect(last?.report.folders.map(({ role }) => role)).toEqual(['inbox', 'sent']);
    expect(await handlers()['reading:set']({ accountId: 9, days: 1, folders: null })).toMatchObject(
      {
        ok: false,
      },
    );
  });
});

describe('link:open', () => {
  it('opens the webmail of the account’s own site, from our own table', async () => {
    const opened: unknown[] = [];
    await context.watches.stopAll();
    context = await testContext({
      openLink: (link) => Promise.resolve(void opened.push(link)),
      openWebmail: (site) => {
        opened.push(site);
        return Promise.resolve('opened');
      },
    });
    await handlers()['scan:connect']({ ...login, host: 'imap.sg.aliyun.com' });
    await read();
    await handlers()['link:open']({ link: 'alibaba-webmail', accountId: 1 });
    await handlers()['link:open']({ link: 'alibaba-webmail', siteId: 'germany' });
    await handlers()['link:open']({ link: 'alibaba-webmail' });
    expect(opened).toEqual(['singapore', 'germany', 'alibaba-webmail']);
  });
});
