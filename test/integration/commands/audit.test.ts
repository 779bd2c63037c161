import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { assertReadOnly, linesOf, startProxy, type Proxy } from '../../servers/proxy.ts';
import { sendwell, type Ended } from './sendwell.ts';

const minute = 60_000;
const password = 'Correct-Horse-7';
/** Ten accounts; every fifth has a wrong password in the accounts file. */
const users = Array.from({ length: 10 }, (_, index) =>
  index < 7 ? `user${index}@example.com` : `user${index}@example.cn`,
);
const wrong = users.filter((_, index) => index % 5 === 4);
const throttled = users.filter((_, index) => index % 3 === 0);

interface Account {
  account: string;
  state?: string;
  episodes?: unknown[];
  evidence?: { file: string; sha256: string; notices: number } | null;
  problem: { code: string } | null;
}

let dovecot: Dovecot;
let proxy: Proxy;
let folder: string;

beforeAll(async () => {
  dovecot = await startDovecot({
    users: Object.fromEntries(users.map((user) => [user, password])),
  });
  const start = Date.now() - 30 * 24 * 60 * minute;
  for (const user of users)
    dovecot.deliver(
      user,
      'INBOX',
      Array.from({ length: 60 }, (_, index) => {
        const date = new Date(start + index * 11 * 60 * minute);
        const isNotice = throttled.includes(user) && index % 10 === 5;
        const { raw } = isNotice ? throttleNotice(index, date) : ordinary(index, date);
        return { raw: raw.replaceAll('owner@example.com', user), date };
      }),
    );
  proxy = await startProxy({ backend: dovecot });
});

afterAll(async () => {
  await proxy.stop();
  await dovecot.stop();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-audit-'));
  proxy.setFaults([]);
  proxy.setLatency(0);
  proxy.forget();
  return () => rmSync(folder, { recursive: true });
});

const out = (name = 'out'): string => join(folder, name);
const env = { RIGHT: password, WRONG: 'Wrong-Horse-8' };

function accountsFile(wrongUsers = wrong): string {
  const rows = users.map(
    (user) => `${user},localhost,${proxy.port},${wrongUsers.includes(user) ? 'WRONG' : 'RIGHT'},`,
  );
  const path = join(folder, 'accounts.csv');
  writeFileSync(path, ['user,host,port,passwordEnv,passwordFile', ...rows].join('\n'));
  return path;
}

const audit = (more: string[] = [], options: Parameters<typeof sendwell>[1] = {}): Promise<Ended> =>
  sendwell(
    ['audit', '--accounts', accountsFile(), '--out', out(), '--data', join(folder, 'data')].concat(
      ['--ca', proxy.caFile, '--format', 'html,csv,json', '--concurrency', '4'],
      more,
    ),
    { env, ...options },
  );

const accountsOf = (text: string): Account[] =>
  (JSON.parse(text) as { accounts: Account[] }).accounts;
const logins = (): string[] => [
  ...linesOf(proxy.record, 'LOGIN'),
  ...linesOf(proxy.record, 'AUTHENTICATE'),
];

describe('an audit of ten mailboxes, two with a wrong password', () => {
  it('reads the others, says which failed, and has the evidence', async () => {
    const ended = await audit(['--json']);
    expect(ended.status).toBe(6);
    const accounts = accountsOf(ended.stdout);
    expect(accounts.map(({ account }) => account).sort()).toEqual([...users].sort());
    expect(accounts.filter(({ problem }) => problem?.code === 'login-refused')).toHaveLength(2);
    expect(accounts.filter(({ episodes }) => (episodes?.length ?? 0) > 0)).toHaveLength(
      throttled.filter((user) => !wrong.includes(user)).length,
    );
    for (const { account, evidence } of accounts) {
      if (!throttled.includes(account) || wrong.includes(account)) continue;
      const zip = readFileSync(join(out(), evidence!.file));
      expect(createHash('sha256').update(zip).digest('hex')).toBe(evidence!.sha256);
      const files = unzipSync(zip);
      const notices = Object.entries(files).filter(([name]) => name.endsWith('.eml'));
      expect(notices).toHaveLength(6);
      const sums = Buffer.from(files['SHA256SUMS']!).toString();
      for (const [name, raw] of notices) {
        expect(sums).toContain(`${createHash('sha256').update(raw).digest('hex')}  ${name}`);
        expect(Buffer.from(raw).toString()).toContain('too frequently sending');
      }
    }
    expect(readdirSync(out()).sort()).toEqual([
      'SHA256SUMS',
      'accounts.ndjson',
      'audit.html',
      'audit.json',
      'evidence',
      'report-accounts.csv',
      'report-episodes.csv',
      'run.json',
    ]);
    expect(readFileSync(join(out(), 'accounts.ndjson'), 'utf8').trim().split('\n')).toHaveLength(
      10,
    );
    const everything =
      ended.stdout + ended.stderr + readFileSync(join(out(), 'audit.html'), 'utf8');
    for (const secret of Object.values(env)) expect(everything).not.toContain(secret);
    assertReadOnly(proxy.record);
  });

  it('tries each password once, also when it is run again; what was read is not read twice', async () => {
    const first = await audit();
    expect(first.status).toBe(6);
    expect(logins()).toHaveLength(10);
    const before = readFileSync(join(out(), 'accounts.ndjson'), 'utf8');
    proxy.forget();
    const second = await audit();
    expect(second.status).toBe(6);
    expect(logins()).toEqual([]);
    expect(readFileSync(join(out(), 'accounts.ndjson'), 'utf8')).toBe(before);
    const third = await audit(['--retry-refused']);
    expect(third.status).toBe(6);
    expect(logins()).toHaveLength(2);
  });

  it('tries a refused account again when its password file is a newer one', async () => {
    const file = join(folder, 'pw');
    writeFileSync(file, env.WRONG);
    const csv = join(folder, 'one.csv');
    writeFileSync(csv, `user,host,port,passwordFile\n${users[0]!},localhost,${proxy.port},pw\n`);
    const run = (): Promise<Ended> =>
      sendwell(
        ['audit', '--accounts', csv, '--out', out(), '--data', join(folder, 'data')].concat([
          '--ca',
          proxy.caFile,
          '--format',
          'json',
        ]),
      );
    expect((await run()).status).toBe(6);
    expect((await run()).status).toBe(6);
    expect(logins()).toHaveLength(1);
    writeFileSync(file, `${password}\n`);
    const later = new Date(Date.now() + 5000);
    utimesSync(file, later, later);
    expect((await run()).status).toBe(0);
    expect(logins()).toHaveLength(2);
  });

  it('keeps what is done when it is interrupted, and goes on from there', async () => {
    proxy.setLatency(40);
    const cut = await audit(['--concurrency', '1', '--json'], { env, interruptAt: /^\[3\//m });
    expect(cut.status).toBe(130);
    const done = accountsOf(cut.stdout).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(10);
    proxy.setLatency(0);
    proxy.forget();
    const rest = await audit(['--json']);
    expect(rest.status).toBe(6);
    expect(accountsOf(rest.stdout)).toHaveLength(10);
    expect(logins()).toHaveLength(10 - done);
  });

  it('prints what it has where the database is damaged', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'sendwell.db'), 'This is no database. '.repeat(1000));
    const ended = await audit(['--json']);
    expect(ended.status).toBe(5);
    expect(JSON.parse(ended.stdout)).toMatchObject({ remaining: 10, accounts: [] });
    expect(ended.stderr).toContain('is damaged');
    expect(logins()).toEqual([]);
  });

  it('gives the same report from shards as from one run, but for times and traffic', async () => {
    const whole = await audit(['--json']);
    for (const index of [1, 2, 3])
      await audit(['--shard', `${index}/3`, '--out', out(`shard${index}`)]);
    const merged = await sendwell(
      [
        'audit',
        '--merge',
        out('shard1'),
        out('shard2'),
        out('shard3'),
        '--out',
        out('merged'),
      ].concat(['--data', join(folder, 'data'), '--format', 'html,csv,json', '--json']),
    );
    expect(merged.status).toBe(6);
    expect(withoutTimes(merged.stdout)).toBe(withoutTimes(whole.stdout));
    for (const name of ['report-accounts.csv', 'report-episodes.csv', 'audit.html', 'SHA256SUMS'])
      expect(withoutTimes(readFileSync(join(out('merged'), name), 'utf8'))).toBe(
        withoutTimes(readFileSync(join(out(), name), 'utf8')),
      );
    expect(readdirSync(join(out('merged'), 'evidence'))).toEqual(
      readdirSync(join(out(), 'evidence')),
    );
  });

  it('names nobody when redacted, and keeps the raw notices out of the folder', async () => {
    const ended = await audit(['--redact', '--json']);
    const written = ['audit.json', 'audit.html', 'report-accounts.csv', 'accounts.ndjson'].map(
      (name) => readFileSync(join(out(), name), 'utf8'),
    );
    for (const text of [ended.stdout, ...written]) {
      for (const user of users) expect(text).not.toContain(user);
      expect(text).not.toMatch(/user\d@|dest\.example|An offer/);
    }
    expect(readdirSync(out())).not.toContain('evidence');
    expect(readdirSync(join(folder, 'data', 'evidence')).length).toBeGreaterThan(0);
    proxy.forget();
    await audit(['--redact']);
    expect(logins()).toEqual([]);
  });
});

/** What two runs may differ in: when they ran, and what the server's own words weighed. */
const withoutTimes = (text: string): string =>
  text
    .replace(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}[+-]\d{2}:\d{2})?/g, 'TIME')
    .replace(/\d{4}-\d{2}-\d{2}/g, 'DAY')
    .replace(/"traffic":\{[^}]*\}/g, '"traffic"');

describe('wrong use', () => {
  it.each([
    ['a password column', 'user,password\na@example.com,Hunter-2'],
    ['no user column', 'host,passwordEnv\nh,PW'],
  ])('%s is refused before anything is tried', async (_, text) => {
    const path = join(folder, 'bad.csv');
    writeFileSync(path, text);
    const ended = await sendwell(['audit', '--accounts', path, '--out', out()]);
    expect(ended.status).toBe(2);
    expect(ended.stdout + ended.stderr).not.toContain('Hunter-2');
    expect(logins()).toEqual([]);
    expect(existsSync(out())).toBe(false);
  });

  it.each([
    [[]],
    [['--out', 'x']],
    [['--accounts', 'nowhere.csv', '--out', 'OUT']],
    [['--accounts', 'a', '--from-files', 'b', '--out', 'OUT']],
    [['--from-files', '.', '--out', 'OUT', '--format', 'docx']],
    [['--from-files', '.', '--out', 'OUT', '--concurrency', '0']],
    [['--from-files', '.', '--out', 'OUT', '--shard', '5/4']],
    [['--merge', '--out', 'OUT']],
    [['--merge', 'nowhere', '--out', 'OUT']],
  ])('%j ends with 2', async (args) => {
    const ended = await sendwell(['audit', ...args.map((arg) => (arg === 'OUT' ? out() : arg))]);
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe('');
    expect(existsSync(out())).toBe(false);
  });
});

describe('exported mail', () => {
  it('is audited without a network: one account for each folder or mbox', async () => {
    const files = join(folder, 'files');
    mkdirSync(join(files, '=amy@example.com', 'cur'), { recursive: true });
    mkdirSync(join(files, '=amy@example.com', 'new'));
    const date = new Date(Date.now() - 20 * minute);
    for (const n of [1, 2, 3])
      writeFileSync(
        join(files, '=amy@example.com', 'cur', `${n}.eml:2,S`),
        throttleNotice(n, date).raw,
      );
    writeFileSync(
      join(files, 'bob@example.com.mbox'),
      [1, 2].map((n) => `From x Mon Jan  1 00:00:00 2024\n${ordinary(n, date).raw}\n\n`).join(''),
    );
    const ended = await sendwell(
      ['audit', '--from-files', files, '--out', out(), '--data', join(folder, 'data')].concat([
        '--format',
        'csv,json',
        '--json',
      ]),
    );
    expect(ended.status).toBe(0);
    expect(accountsOf(ended.stdout)).toMatchObject([
      { account: '=amy@example.com', state: 'limited', evidence: { notices: 3 } },
      { account: 'bob@example.com', state: 'unknown', episodes: [], evidence: null },
    ]);
    expect(readFileSync(join(out(), 'report-accounts.csv'), 'utf8')).toContain("'=amy@example.com");
  });
});
