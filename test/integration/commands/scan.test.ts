import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { until } from '../../servers/machine.ts';
import { assertReadOnly, busy, linesOf, startProxy, type Proxy } from '../../servers/proxy.ts';
import { sendwell, type Ended, type SendwellOptions } from './sendwell.ts';

const owner = 'owner@example.com';
const newcomer = 'newcomer@example.com';
const password = 'Correct-Horse-7';
const minute = 60_000;

interface Document {
  state: string;
  totals: { notices: number; failures: number; throttled: number };
  folders: { path: string; role: string; messages: number; swept: number; notices: number }[];
  episodes: { failures: number }[];
  notices: { uid: number; folder: string; failures: { category: string }[] }[];
  traffic: { roundTrips: number; bytesIn: number };
}

let dovecot: Dovecot;
let proxy: Proxy;
let data: string;

const scanWith = (options: SendwellOptions, ...more: string[]): Promise<Ended> =>
  sendwell(
    ['scan', '--user', owner, '--host', 'localhost', '--port', String(proxy.port)].concat(
      ['--ca', proxy.caFile, '--data', data, '--json'],
      more,
    ),
    { env: { SENDWELL_PASSWORD: password }, ...options },
  );
const scan = (...more: string[]): Promise<Ended> => scanWith({}, ...more);

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 24 * 60 * minute).toISOString().slice(0, 10);

const documentOf = (ended: Ended): Document => JSON.parse(ended.stdout) as Document;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [owner]: password, [newcomer]: password } });
  const start = Date.now() - 60 * 24 * 60 * minute;
  dovecot.deliver(
    owner,
    'INBOX',
    Array.from({ length: 5000 }, (_, index) => {
      const date = new Date(start + index * 17 * minute);
      const mail = index % 100 === 50 ? throttleNotice(index, date) : ordinary(index, date);
      return { raw: mail.raw, date };
    }),
  );
  proxy = await startProxy({ backend: dovecot });
});

afterAll(async () => {
  await proxy.stop();
  await dovecot.stop();
});

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sendwell-data-'));
  proxy.setFaults([]);
  proxy.forget();
  return () => rmSync(data, { recursive: true });
});

describe('a mailbox of 5,000 messages with 50 throttle notices', () => {
  it('is read with all 50 found, none invented, and nothing that could change it', async () => {
    const ended = await scan();
    expect(ended.stderr).toBe('');
    expect(ended.status).toBe(0);
    const document = documentOf(ended);
    expect(document.totals).toEqual({ notices: 50, failures: 50, throttled: 50 });
    expect(document.notices).toHaveLength(50);
    expect(document.folders[0]).toMatchObject({
      path: 'INBOX',
      messages: 5000,
      swept: 5000,
      notices: 50,
    });
    assertReadOnly(proxy.record);
    expect(linesOf(proxy.record, 'EXAMINE').length).toBeGreaterThan(0);
  });

  it('is not read again by the second scan', async () => {
    const first = documentOf(await scan());
    proxy.forget();
    const second = documentOf(await scan());
    expect(second.totals).toEqual(first.totals);
    expect(second.folders.map(({ swept }) => swept)).toEqual(
      first.folders.map(({ swept }) => swept),
    );
    expect(linesOf(proxy.record, 'UID FETCH')).toEqual([]);
    expect(second.traffic.roundTrips).toBeLessThanOrEqual(20);
  });

  it('goes on by itself after the server closed the connection half-way', async () => {
    proxy.setFaults([{ kind: 'close-after', bytes: 300_000, times: 2 }]);
    const ended = await scan();
    expect(ended.status).toBe(0);
    const document = documentOf(ended);
    expect(document.totals).toEqual({ notices: 50, failures: 50, throttled: 50 });
    expect(document.folders[0]).toMatchObject({ swept: 5000, notices: 50 });
    expect(linesOf(proxy.record, 'LOGIN').length).toBeGreaterThan(2);
    assertReadOnly(proxy.record);
  });

  it('ends with 5 when the login is refused at the reconnect, tried once, and keeps what it read', async () => {
    proxy.setFaults([
      { kind: 'close-after', bytes: 300_000, times: 1 },
      { kind: 'reply', at: 'LOGIN', from: 2, status: 'NO', text: 'LOGIN failed' },
    ]);
    const cut = await scan();
    expect(cut.status).toBe(5);
    const document = documentOf(cut);
    expect(document.state).toBe('unknown');
    expect(document.folders[0]?.swept).toBeGreaterThan(0);
    expect(cut.stderr).toContain('refused the login');
    expect(linesOf(proxy.record, 'LOGIN')).toHaveLength(2);

    proxy.setFaults([]);
    const whole = documentOf(await scan());
    expect(whole.totals).toEqual({ notices: 50, failures: 50, throttled: 50 });
    expect(whole.folders[0]).toMatchObject({ swept: 5000, notices: 50 });
  });

  it('waits for a busy server over the same connection', async () => {
    const text = 'system busy, please try again later';
    proxy.setFaults([{ kind: 'reply', at: 'UID FETCH', from: 3, times: 1, status: 'NO', text }]);
    const ended = await scan();
    expect(ended.status).toBe(0);
    expect(documentOf(ended).totals.throttled).toBe(50);
    expect(linesOf(proxy.record, 'LOGIN')).toHaveLength(1);
  });

  it('goes round a garbage line and an announced gigabyte', async () => {
    proxy.setFaults([
      { kind: 'garbage', at: 'UID FETCH', from: 4, times: 1 },
      { kind: 'literal', at: 'UID FETCH', from: 9, times: 1, announce: () => 10 * 1024 ** 3 },
    ]);
    const ended = await scan();
    expect(ended.status).toBe(0);
    expect(documentOf(ended).totals.throttled).toBe(50);
  });

  it('is read whole where the server takes no search and where it ignores dates', async () => {
    const bare = await startProxy({ backend: dovecot, search: 'refused' });
    const ended = await scan('--port', String(bare.port), '--since', daysAgo(30));
    await bare.stop();
    proxy.setFaults([{ kind: 'ignore-dates' }]);
    data = mkdtempSync(join(tmpdir(), 'sendwell-data-'));
    const ignored = await scan('--since', daysAgo(30));
    proxy.setFaults([]);
    data = mkdtempSync(join(tmpdir(), 'sendwell-data-'));
    const plain = await scan('--since', daysAgo(30));
    const expected = documentOf(plain);
    expect(expected.totals.notices).toBeGreaterThan(10);
    for (const other of [ended, ignored]) {
      expect(documentOf(other).totals).toEqual(expected.totals);
      expect(documentOf(other).folders).toEqual(expected.folders);
    }
  });
});

describe('a scan that is interrupted before it has read anything', () => {
  const loggingIn = (): Promise<unknown> =>
    until(() => linesOf(proxy.record, 'LOGIN')[0], 'a login');

  it('prints an empty document where the account has no history', async () => {
    proxy.setFaults([{ kind: 'stall', at: 'LOGIN' }]);
    const cut = await scanWith({ interruptWhen: loggingIn() });
    expect(cut.status).toBe(130);
    expect(JSON.parse(cut.stdout)).toMatchObject({
      ...{ account: owner, host: 'localhost', scannedAt: null, state: 'unknown', folders: [] },
      ...{ totals: { notices: 0, failures: 0, throttled: 0 }, notices: [] },
    });
  });

  it('prints what the history holds, after a whole scan', async () => {
    expect((await scan()).status).toBe(0);
    proxy.forget();
    proxy.setFaults([{ kind: 'stall', at: 'LOGIN' }]);
    const cut = await scanWith({ interruptWhen: loggingIn() });
    expect(cut.status).toBe(130);
    expect(documentOf(cut)).toMatchObject({ state: 'unknown', totals: { throttled: 50 } });
  });
});

describe('what can go wrong is said in a sentence', () => {
  it('an empty mailbox is no fault', async () => {
    const ended = await sendwell(
      ['scan', '--user', newcomer, '--host', 'localhost', '--port', String(proxy.port)].concat([
        '--ca',
        proxy.caFile,
        '--data',
        data,
        '--json',
      ]),
      { env: { SENDWELL_PASSWORD: password } },
    );
    expect(ended.status).toBe(0);
    expect(documentOf(ended)).toMatchObject({ state: 'healthy', totals: { notices: 0 } });
  });

  it('a wrong password: tried once, told with what it can mean', async () => {
    const ended = await sendwell(
      ['scan', '--user', owner, '--host', 'localhost', '--port', String(proxy.port)].concat([
        '--ca',
        proxy.caFile,
        '--data',
        data,
        '--json',
      ]),
      { env: { SENDWELL_PASSWORD: 'Wrong-Horse-8' } },
    );
    expect(ended.status).toBe(4);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('refused the login');
    expect(ended.stderr).not.toContain('Wrong-Horse-8');
    const attempts = [...linesOf(proxy.record, 'LOGIN'), ...linesOf(proxy.record, 'AUTHENTICATE')];
    expect(attempts).toHaveLength(1);
  });

  it('a busy server is not a wrong password', async () => {
    proxy.setFaults([busy(/LOGIN|AUTHENTICATE/)]);
    const ended = await scan();
    expect(ended.status).toBe(3);
    expect(ended.stderr).toContain('busy');
    expect(ended.stderr).not.toContain('refused the login');
  });

  it('a certificate of an unknown authority', async () => {
    const ended = await sendwell(
      [
        'scan',
        '--user',
        owner,
        '--host',
        'localhost',
        '--port',
        String(proxy.port),
        '--data',
        data,
      ],
      { env: { SENDWELL_PASSWORD: password } },
    );
    expect(ended.status).toBe(3);
    expect(ended.stderr).toContain('not trusted');
  });

  it('a host that is not there, and one where nothing listens', async () => {
    const nowhere = await scan('--host', 'imap.invalid');
    expect(nowhere.status).toBe(3);
    expect(nowhere.stderr).toContain('imap.invalid');
    const closed = await scan('--port', '1');
    expect(closed.status).toBe(3);
  });

  it('a folder that is not there', async () => {
    const ended = await scan('--folder', 'Nowhere');
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('There is no folder "Nowhere"');
  });

  it('a password as an argument, an unknown word, a day that does not exist or has not come', async () => {
    for (const wrong of [
      ['--password', 'Secret-9'],
      ['Secret-9'],
      ['--frob'],
      ['--since', '2026-02-30'],
      ['--since', daysAgo(-2)],
    ]) {
      const ended = await scan(...wrong);
      expect(ended.status).toBe(2);
      expect(ended.stdout).toBe('');
      expect(ended.stderr).not.toContain('Secret-9');
    }
  });

  it('speaks Chinese when asked to', async () => {
    const ended = await scan('--folder', 'Nowhere', '--lang', 'zh-CN');
    expect(ended.stderr).toContain('此邮箱中没有文件夹“Nowhere”');
  });
});
