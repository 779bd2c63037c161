import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../app/store/sqlite.ts';
import type { Dovecot } from '../../servers/dovecot.ts';
import { asRoot, findProgram } from '../../servers/machine.ts';
import { assertReadOnly, startProxy, type Proxy } from '../../servers/proxy.ts';
import { sendwell } from '../commands/sendwell.ts';
import { dataFolder, findings, scanCommand } from './command.ts';
import { owner, startMailbox } from './mailbox.ts';

let dovecot: Dovecot;
let proxy: Proxy;
let whole: Record<string, unknown>;
let filesBefore: readonly string[];
let data: ReturnType<typeof dataFolder>;

const file = () => join(data.path, 'sendwell.db');
const aside = () => readdirSync(data.path).filter((name) => /\.damaged-.*\.db$/.test(name));

beforeAll(async () => {
  dovecot = await startMailbox();
  filesBefore = dovecot.mailFiles(owner);
  proxy = await startProxy({ backend: dovecot });
  const first = dataFolder();
  whole = findings(await scanCommand(proxy, first.path));
  first.remove();
});
beforeEach(() => {
  data = dataFolder();
  proxy.forget();
});
afterEach(() => {
  if (proxy.record.commands.length > 0) assertReadOnly(proxy.record);
  data.remove();
});
afterAll(async () => {
  expect(dovecot.mailFiles(owner)).toEqual(filesBefore);
  await proxy.stop();
  await dovecot.stop();
});

describe('a disk that takes no more', () => {
  it.each([8, 24, 40, 56, 72, 88, 120])(
    'after %i KB of a file ends the scan, which goes on later',
    async (kilobytes) => {
      // The kernel refuses every write beyond: RLIMIT_FSIZE.
      const under = [findProgram('prlimit', 'util-linux'), `--fsize=${kilobytes * 1024}`];
      const ended = await scanCommand(proxy, data.path, [], { under });
      expect(ended.status).toBe(5);
      expect(ended.stderr).toMatch(/disk did not do|disk is full/);
      if (ended.stdout !== '') expect(JSON.parse(ended.stdout)).toMatchObject({ state: 'unknown' });
      const again = await scanCommand(proxy, data.path);
      expect(again.stderr).toBe('');
      expect(findings(again)).toEqual(whole);
    },
  );

  it('never leaves the word of an earlier scan standing', async () => {
    expect(findings(await scanCommand(proxy, data.path))['state']).toBe('healthy');
    const under = [findProgram('prlimit', 'util-linux'), '--fsize=1'];
    const ended = await scanCommand(proxy, data.path, [], { under });
    expect(ended.status).toBe(5);
    if (ended.stdout !== '') expect(findings(ended)['state']).toBe('unknown');
    expect(findings(await scanCommand(proxy, data.path))).toEqual(whole);
  });

  it.skipIf(!canMount())('for a full file system is called by its name', async () => {
    const small = join(data.path, 'small');
    mkdirSync(small);
    mount('-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small);
    try {
      writeFileSync(join(small, 'filler'), Buffer.alloc(100 * 1024));
      const ended = await scanCommand(proxy, small);
      expect(ended.status).toBe(5);
      expect(ended.stderr).toContain('The disk is full.');
      rmSync(join(small, 'filler'));
      mount('-o', 'remount,size=4m', small);
      expect(findings(await scanCommand(proxy, small))).toEqual(whole);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});

describe('a data folder that cannot be used', () => {
  it('because a file stands in its place', async () => {
    const taken = join(data.path, 'taken');
    writeFileSync(taken, 'a file');
    const ended = await scanCommand(proxy, taken);
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('The folder for the database cannot be used.');
    expect(readFileSync(taken, 'utf8')).toBe('a file');
    expect(proxy.record.commands).toEqual([]);
  });

  it('because it is read-only', async () => {
    chmodSync(data.path, 0o500);
    // Root may write anywhere unless it gives up that right.
    const setpriv = () => [findProgram('setpriv', 'util-linux'), '--bounding-set=-dac_override'];
    const ended = await scanCommand(proxy, data.path, [], { under: asRoot ? setpriv() : [] });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('The folder for the database cannot be used.');
    expect(proxy.record.commands).toEqual([]);
  });
});

it('a database that another process holds is waited for two seconds, then told', async () => {
  const other = await openDatabase(file());
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (x)');
  const ended = await scanCommand(proxy, data.path);
  other.exec('ROLLBACK');
  other.close();
  expect(ended.status).toBe(5);
  expect(ended.stderr).toContain('The database is in use by another program.');
  expect(proxy.record.commands).toEqual([]);
  expect(findings(await scanCommand(proxy, data.path))).toEqual(whole);
});

describe('a damaged database', () => {
  const rubbish = Buffer.from('This is no database. '.repeat(1000));
  const damages: readonly [string, () => void | Promise<void>][] = [
    ['is no database', () => writeFileSync(file(), rubbish)],
    ['was cut off', () => truncateSync(file(), 30_000)],
    ['has a page of noise', () => scribble(4096 * 5, 4096)],
    ['comes from a newer version', () => execute('PRAGMA user_version = 999')],
  ];

  it.each(damages)('that %s is told, kept, and replaced on request', async (_what, damage) => {
    await scanCommand(proxy, data.path);
    await settle();
    await damage();
    const damaged = readFileSync(file());
    proxy.forget();
    const refused = await scanCommand(proxy, data.path);
    expect(refused.status).toBe(5);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      ...{ account: owner, state: 'unknown', scannedAt: null, totals: null, notices: null },
    });
    expect(refused.stderr).toContain('--fresh-database');
    expect(readFileSync(file()).equals(damaged)).toBe(true);
    expect(proxy.record.commands).toEqual([]);

    const fresh = await scanCommand(proxy, data.path, ['--fresh-database']);
    expect(fresh.status).toBe(0);
    expect(findings(fresh)).toEqual(whole);
    expect(aside()).toHaveLength(1);
    expect(fresh.stderr).toContain(aside()[0] ?? 'no file was kept');
    expect(readFileSync(join(data.path, aside()[0] ?? '')).equals(damaged)).toBe(true);
  });

  it('is not taken for one where the option was given and the file is good', async () => {
    await scanCommand(proxy, data.path);
    const again = await scanCommand(proxy, data.path, ['--fresh-database']);
    expect(again.status).toBe(0);
    expect(aside()).toEqual([]);
    expect(findings(again)).toEqual(whole);
  });

  it('that is met only at the end of a scan leaves a document that claims nothing', async () => {
    await scanCommand(proxy, data.path);
    await execute(`UPDATE notice SET body = '{'`);
    const ended = await scanCommand(proxy, data.path);
    expect(ended.status).toBe(5);
    expect(ended.stderr).toContain('is damaged');
    expect(JSON.parse(ended.stdout)).toMatchObject({
      ...{ state: 'unknown', totals: null, notices: null, episodes: null },
    });
    const fresh = await scanCommand(proxy, data.path, ['--fresh-database']);
    expect(findings(fresh)).toEqual(whole);
    expect(aside()).toHaveLength(1);
  });

  it('makes check answer unknown', async () => {
    writeFileSync(file(), rubbish);
    const ended = await sendwell(['check', '--user', owner, '--data', data.path]);
    expect(ended.status).toBe(11);
    expect(ended.stdout).toBe(`${owner} unknown scanned=- last-rejection=- retry-at=-\n`);
    expect(ended.stderr).toContain('is damaged');
    expect(existsSync(file())).toBe(true);
  });

  /** All changes in the one file, as after a clean end. */
  async function settle(): Promise<void> {
    await execute('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async function execute(sql: string): Promise<void> {
    const db = await openDatabase(file());
    db.exec(sql);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  }

  function scribble(at: number, length: number): void {
    const all = readFileSync(file());
    all.fill(0xa5, at, at + length);
    writeFileSync(file(), all);
  }
});

function mount(...args: string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Root within a container often may not. */
function canMount(): boolean {
  if (!asRoot) return false;
  const test = dataFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', test.path]);
  if (mounted.status === 0) spawnSync('umount', [test.path]);
  test.remove();
  return mounted.status === 0;
}
