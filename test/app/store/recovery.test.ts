import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotice } from '../../../app/bounce/index.ts';
import { setAside } from '../../../app/store/recovery.ts';
import { openDatabase } from '../../../app/store/sqlite.ts';
import { openStore, storeProblem, type Store } from '../../../app/store/store.ts';
import { seededRandom } from '../../fuzz/mutate.ts';
import { throttleNotice } from '../scan/mails.ts';

const now = new Date('2026-03-02T08:00:05.123Z');
const messages = 300;
let folder: string;
let file: string;

/** A database as a scan leaves it. */
function fill(store: Store, from = 1): void {
  const account = store.accounts.save({
    ...{ address: 'owner@example.com', host: 'imap.example.com', port: 993 },
    ...{ sample: false, ca: null },
  });
  const key = { accountId: account.id, path: 'INBOX', uidValidity: 2 };
  const folderId = store.folders.open({ ...key, role: 'inbox', messages });
  for (let uid = from; uid < from + messages; uid += 1) {
    const at = now.getTime() - uid * 60_000;
    const notice = readNotice(Buffer.from(throttleNotice(uid, new Date(at)).raw));
    store.notices.add({
      ...{ accountId: account.id, folderId, uid, notice, receivedAt: at, at, ours: true },
      messageKey: `<${uid}@example.com>`,
    });
  }
}

async function opened(): Promise<Store> {
  const result = await openStore(file, { now: () => now });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail ?? ''}`);
  return result.value;
}

const problemOf = async (checkWhole = false) => {
  const result = await openStore(file, { checkWhole, now: () => now });
  if (result.ok) result.value.close();
  return result.ok ? null : result.problem;
};

/** Writes everything into the one file, as a clean end of the app on the shipped runtime does. */
async function checkpoint(): Promise<void> {
  const db = await openDatabase(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

async function makeDatabase(): Promise<void> {
  const store = await opened();
  store.transaction(() => fill(store));
  store.close();
  await checkpoint();
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const all = readFileSync(path);
  all.set(bytes.subarray(0, all.length - at), at);
  writeFileSync(path, all);
}

const names = () => readdirSync(folder).sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-store-'));
  file = join(folder, 'sendwell.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a database that cannot be used', () => {
  it.each<[string, string, () => void | Promise<void>]>([
    ['is no database', 'store-damaged', () => writeFileSync(file, 'Dear diary, '.repeat(1000))],
    ['is random bytes', 'store-damaged', () => overwrite(file, 0, noise(8192))],
    ['lost its first page', 'store-damaged', () => overwrite(file, 0, new Uint8Array(4096))],
    ['was cut off', 'store-damaged', () => truncateSync(file, 20_000)],
    ['was cut off in a page', 'store-damaged', () => truncateSync(file, 20_001)],
    ['has a version beyond belief', 'store-damaged', () => setVersion(2_000_000_000)],
    ['has a negative version', 'store-damaged', () => setVersion(-3)],
    ['comes from a newer version', 'store-newer', () => setVersion(999)],
    ['holds the tables of another program', 'store-damaged', () => setVersion(0)],
    ['lacks a table', 'store-damaged', () => execute('DROP TABLE scan')],
    ['lost a page in the middle', 'store-damaged', () => overwrite(file, 4096 * 9, noise(4096))],
    ['is a folder', 'store-unwritable', () => becomeFolder()],
  ])('because it %s is told as %s, and is not touched', async (_what, code, damage) => {
    await makeDatabase();
    await damage();
    const before = statSync(file).isFile() ? readFileSync(file) : null;
    expect(await problemOf()).toMatchObject({ code, subject: file });
    if (before) expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('because a file stands where its folder should be', async () => {
    file = join(folder, 'taken', 'sendwell.db');
    writeFileSync(join(folder, 'taken'), 'a file');
    expect(await problemOf()).toMatchObject({ code: 'store-unwritable', subject: file });
  });

  it('because another process writes', async () => {
    await makeDatabase();
    const other = await openDatabase(file);
    other.exec('BEGIN IMMEDIATE');
    const store = await opened();
    expect(codeThrownBy(() => store.transaction(() => undefined))).toBe('store-locked');
    other.exec('COMMIT');
    expect(store.transaction(() => 'done')).toBe('done');
    store.close();
    other.close();
  });

  it('because the disk is full: what was stored before is still there', async () => {
    const store = await opened();
    store.transaction(() => fill(store));
    store.close();
    const db = await openDatabase(file);
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const insert = db.prepare('INSERT INTO account (address, host, port) VALUES (?, ?, 1)');
    expect(codeThrownBy(() => insert.run('x'.repeat(100_000), 'host'))).toBe('disk-full');
    db.close();
    const again = await opened();
    expect(again.notices.count(1, null)).toBe(messages);
    again.close();
  });

  it('is never an exception, wherever it is hit', async () => {
    await makeDatabase();
    const whole = readFileSync(file);
    const random = seededRandom(7);
    const codes = new Map<string, number>();
    for (let round = 0; round < 60; round += 1) {
      for (const name of names()) rmSync(join(folder, name));
      writeFileSync(file, whole);
      const at = Math.floor(random() * whole.length);
      overwrite(file, at, noise(1 + Math.floor(random() * 64), random));
      const damaged = readFileSync(file);
      const result = await openStore(file);
      let code: string | null;
      if (!result.ok) {
        code = result.problem.code;
        expect(readFileSync(file).equals(damaged)).toBe(true);
      } else {
        try {
          code = lookAtEverything(result.value);
        } finally {
          result.value.close();
        }
      }
      codes.set(code ?? 'opened', (codes.get(code ?? 'opened') ?? 0) + 1);
    }
    // Text may change within a record without anybody being able to tell; everything else is found.
    expect([...codes.keys()].filter((code) => code !== 'opened')).toEqual(['store-damaged']);
    expect(codes.get('store-damaged')).toBeGreaterThan(20);
  });

  /** Every question that screens ask; the code of what came of it. */
  function lookAtEverything(store: Store): string | null {
    return codeThrownBy(() => {
      for (const { id } of store.accounts.list()) {
        [...store.notices.list(id, null)].map(({ notice }) => notice.failures.length);
        store.notices.count(id, null);
        store.rejections.columns(id);
        store.scans.last(id);
      }
    });
  }
});

describe('the newest changes beside a database', () => {
  /** As a killed process leaves them: nothing was written into the database yet. */
  async function killed(): Promise<void> {
    const store = await opened();
    store.transaction(() => fill(store));
    const kept = ['', '-wal', '-shm'].map(
      (ending) => [ending, readFileSync(file + ending)] as const,
    );
    store.close();
    for (const [ending, bytes] of kept) writeFileSync(file + ending, bytes);
  }

  it('are there again after a kill', async () => {
    await killed();
    const store = await opened();
    expect(store.notices.count(1, null)).toBe(messages);
    expect(store.keptAside).toBeNull();
    store.close();
  });

  it.each([
    ['empty', () => truncateSync(file, 0)],
    ['gone', () => rmSync(file)],
  ])('are not thrown away when the database is %s', async (_what, damage) => {
    await killed();
    damage();
    const log = readFileSync(`${file}-wal`);
    expect(await problemOf()).toMatchObject({ code: 'store-damaged' });
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });

  it('are kept aside when their head is damaged, and the rest is read', async () => {
    await makeDatabase();
    const store = await opened();
    store.accounts.save({
      ...{ address: 'second@example.com', host: 'imap.example.com', port: 993 },
      ...{ sample: false, ca: null },
    });
    const [whole, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
    store.close();
    log.set([1, 2, 3, 4], 0);
    file = join(folder, 'later', 'sendwell.db');
    mkdirSync(join(folder, 'later'));
    writeFileSync(file, whole);
    writeFileSync(`${file}-wal`, log);
    const again = await opened();
    expect(again.keptAside).toBe(join(folder, 'later', 'sendwell.damaged-20260302T080005Z.db-wal'));
    expect(readFileSync(again.keptAside ?? '').equals(log)).toBe(true);
    expect(again.notices.count(1, null)).toBe(messages);
    again.close();
  });

  it('are used as far as they are whole when they are damaged further on', async () => {
    await killed();
    overwrite(`${file}-wal`, 30_000, noise(500));
    const problem = await problemOf(true);
    expect(problem).toBeNull();
  });

  it('of zero length are no damage: so a process leaves it that was killed while it made the file', async () => {
    writeFileSync(file, '');
    expect(await problemOf()).toBeNull();
  });
});

describe('checking', () => {
  it('the whole file finds a record that was changed within', async () => {
    await makeDatabase();
    const text = readFileSync(file, 'latin1').replaceAll('"isBounce":true', '"isBounce";true');
    writeFileSync(file, text, 'latin1');
    expect(await problemOf()).toBeNull();
    expect(await problemOf(true)).toMatchObject({ code: 'store-damaged' });
    const store = await opened();
    expect(() => [...store.notices.list(1, null)]).toThrow(/no JSON/);
    store.close();
  });
});

describe('setting aside', () => {
  it('renames the file and those beside it, and never over another', async () => {
    const bytes = (name: string) => readFileSync(join(folder, name), 'utf8');
    for (const round of ['first', 'second']) {
      for (const ending of ['', '-wal', '-shm']) writeFileSync(file + ending, round + ending);
      const moved = setAside(file, now);
      expect(moved.ok && existsSync(moved.value)).toBe(true);
    }
    expect(names()).toEqual([
      'sendwell.damaged-20260302T080005Z-2.db',
      'sendwell.damaged-20260302T080005Z-2.db-shm',
      'sendwell.damaged-20260302T080005Z-2.db-wal',
      'sendwell.damaged-20260302T080005Z.db',
      'sendwell.damaged-20260302T080005Z.db-shm',
      'sendwell.damaged-20260302T080005Z.db-wal',
    ]);
    expect(bytes('sendwell.damaged-20260302T080005Z.db-wal')).toBe('first-wal');
    expect(basename(file)).toBe('sendwell.db');
    expect(await problemOf()).toBeNull();
  });
});

function noise(length: number, random = seededRandom(1)): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

function becomeFolder(): void {
  rmSync(file);
  mkdirSync(file);
}

async function execute(sql: string): Promise<void> {
  const db = await openDatabase(file);
  db.exec(sql);
  db.close();
  await checkpoint();
}

/** The problem's code of what it throws; null when it throws nothing. */
function codeThrownBy(question: () => unknown): string | null {
  try {
    question();
    return null;
  } catch (error) {
    return storeProblem(error, file).problem.code;
  }
}

const setVersion = (version: number) => execute(`PRAGMA user_version = ${version}`);
