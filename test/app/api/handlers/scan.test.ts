import { describe, expect, it, vi } from 'vitest';
import { channels, type Argument } from '../../../../app/api/contract.ts';
import { allHandlers } from '../../../../app/api/handlers/all.ts';
import { startSampleOnce } from '../../../../app/api/handlers/scan.ts';
import { failed, ok } from '../../../../app/result.ts';
import type { Mailbox } from '../../../../app/mailbox/mailbox.ts';
import { openSample } from '../../../../app/mailbox/sample/index.ts';
import { now, testContext, type TestContext } from '../context.ts';

const login: Argument<'scan:connect'> = {
  address: 'Owner@Example.com',
  password: 'Correct-Horse-7',
  host: 'imap.example.com',
  port: 993,
  useChosenCa: false,
};
const refusedBy = (words: string) => () => Promise.resolve(failed('login-refused', 'host', words));

async function ended({ scans }: TestContext, accountId: number): Promise<string | undefined> {
  await vi.waitFor(() => expect(scans.isRunning(accountId)).toBe(false), 20_000);
  return scans.status(accountId)?.phase;
}

describe('scan:connect', () => {
  it('logs in once, stores the account, and scans in the background', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    const answer = await handlers['scan:connect'](login);
    expect(answer).toEqual(ok({ accountId: 1 }));
    expect(await ended(context, 1)).toBe('done');
    expect(context.logins).toHaveLength(1);
    expect(await handlers['account:list'](undefined)).toMatchObject([
      { address: 'owner@example.com', canScan: true, sample: false },
    ]);
    expect(context.bugs).toEqual([]);
  });

  it('keeps nothing of an account whose login was refused', async () => {
    const context = await testContext({}, refusedBy('LOGIN failed'));
    const handlers = allHandlers(context);
    expect(await handlers['scan:connect'](login)).toEqual(
      failed('login-refused', 'host', 'LOGIN failed'),
    );
    expect(await handlers['account:list'](undefined)).toEqual([]);
    expect(context.logins).toHaveLength(1);
  });

  it('takes a double click for one attempt', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    const answers = await Promise.all([
      handlers['scan:connect'](login),
      handlers['scan:connect'](login),
    ]);
    expect(answers).toEqual([ok({ accountId: 1 }), ok({ accountId: 1 })]);
    expect(context.logins).toHaveLength(1);
    await ended(context, 1);
  });

  it('meets this machine only on the fallback runtime', async () => {
    const context = await testContext({ fallbackRuntime: true });
    await allHandlers(context)['scan:connect'](login);
    expect(context.logins[0]).toMatchObject({ loopbackOnly: true });
    await ended(context, 1);
  });

  it('trusts a chosen authority only where that is asked for', async () => {
    const context = await testContext({
      chooseCa: () => Promise.resolve({ name: 'ca.pem', pem: 'PEM' }),
    });
    const handlers = allHandlers(context);
    expect(await handlers['ca:choose'](undefined)).toBe('ca.pem');
    await handlers['scan:connect'](login);
    await ended(context, 1);
    await handlers['scan:connect']({ ...login, host: 'other.example.com', useChosenCa: true });
    await ended(context, 2);
    expect(context.logins.map(({ ca }) => ca)).toEqual([undefined, 'PEM']);
  });
});

describe('scan:again', () => {
  it('uses the password that main holds', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    await handlers['scan:connect'](login);
    await ended(context, 1);
    expect(await handlers['scan:again']({ accountId: 1 })).toEqual(ok({ accountId: 1 }));
    expect(await ended(context, 1)).toBe('done');
    expect(context.logins.map(({ password }) => password)).toEqual([
      'Correct-Horse-7',
      'Correct-Horse-7',
    ]);
  });

  it('forgets a password that was refused and never tries it again', async () => {
    let refuse = false;
    const context = await testContext({}, () =>
      refuse ? refusedBy('no')() : Promise.resolve(ok(openSample(now))),
    );
    const handlers = allHandlers(context);
    await handlers['scan:connect'](login);
    await ended(context, 1);
    refuse = true;
    expect(await handlers['scan:again']({ accountId: 1 })).toMatchObject({ ok: false });
    expect(await handlers['scan:again']({ accountId: 1 })).toMatchObject({ ok: false });
    expect(context.logins).toHaveLength(2);
    expect(await handlers['account:list'](undefined)).toMatchObject([{ canScan: false }]);
  });

  it('ends when the login is refused at a reconnect, and forgets the password', async () => {
    let open = true;
    const breaking: Mailbox = {
      ...openSample(now),
      isOpen: () => open,
      openFolder: () => {
        open = false;
        return Promise.resolve(failed('connection-closed', 'host'));
      },
    };
    let attempts = 0;
    const context = await testContext({}, () =>
      (attempts += 1) === 1 ? Promise.resolve(ok(breaking)) : refusedBy('LOGIN failed')(),
    );
    const handlers = allHandlers(context);
    await handlers['scan:connect'](login);
    expect(await ended(context, 1)).toBe('failed');
    expect(context.scans.status(1)?.problem).toMatchObject({ code: 'login-refused' });
    expect(context.told.map(({ phase }) => phase)).toContain('waiting');
    expect(context.passwords.of(1)).toBeNull();
    expect(context.logins).toHaveLength(2);
  });

  it('says that an account is gone', async () => {
    const context = await testContext();
    expect(await allHandlers(context)['scan:again']({ accountId: 9 })).toMatchObject({ ok: false });
    expect(context.logins).toEqual([]);
  });
});

describe('the sample', () => {
  it('is read once for --sample, and what the window is told fits the contract', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    await startSampleOnce(context);
    expect(await ended(context, 1)).toBe('done');
    await startSampleOnce(context);
    expect(context.scans.isRunning(1)).toBe(false);
    for (const [channel, argument] of [
      ['app:info', undefined],
      ['account:list', undefined],
      ['site:list', undefined],
      ['scan:status', { accountId: 1 }],
      ['overview:get', { accountId: 1, gapMinutes: 60 }],
      ['overview:chart', { accountId: 1, filter: everything, bucketSize: 'auto' }],
      ['support:bundle', { accountId: 1, gapMinutes: 60, startedAt: null }],
      ['explain:text', { text: 'hello' }],
      [
        'notice:list',
        {
          accountId: 1,
          filter: { ...everything, category: null, text: null },
          ...{ sort: 'at', descending: true, offset: 0, limit: 500 },
        },
      ],
      ['notice:get', { noticeId: 1 }],
    ] as const) {
      const handle = handlers[channel] as (argument: unknown) => unknown;
      const read = channels[channel].result.safeParse(await handle(argument));
      expect(read.error, channel).toBeUndefined();
      if (channel !== 'app:info' && typeof read.data === 'object')
        expect(read.data, channel).not.toMatchObject({ ok: false });
    }
  });

  it('is removed with everything that was read, and a running scan ends first', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    await handlers['scan:sample'](undefined);
    expect(await handlers['account:remove']({ accountId: 1 })).toEqual(ok(null));
    expect(context.scans.isRunning(1)).toBe(false);
    expect(await handlers['account:list'](undefined)).toEqual([]);
    expect(await handlers['scan:status']({ accountId: 1 })).toBeNull();
    expect(context.bugs).toEqual([]);
  });
});

const everything = {
  ...{ from: null, to: null, nature: null, direction: null },
  ...{ connectionIp: null, recipientDomain: null, program: null },
};

describe('a database that cannot be opened', () => {
  it('is said, and nothing breaks', async () => {
    const store = failed('store-damaged', 'sendwell.db', 'file is not a database');
    const context = await testContext({ store });
    const handlers = allHandlers(context);
    expect(await handlers['app:info'](undefined)).toMatchObject({
      startOn: 'connect',
      storeProblem: { code: 'store-damaged' },
    });
    expect(await handlers['account:list'](undefined)).toEqual([]);
    expect(await handlers['scan:sample'](undefined)).toEqual(store);
    expect(await handlers['scan:connect'](login)).toEqual(store);
    expect(context.logins).toEqual([]);
  });
});
