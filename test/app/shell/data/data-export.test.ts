import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../app/api/contract.ts';
import { writeExport } from '../../../../app/shell/data/data-export.ts';
import { openStore, type Store } from '../../../../app/store/store.ts';
import { createText } from '../../../../app/text/text.ts';

const now = new Date('2026-11-24T21:30:45Z');
let folder: string;
let target: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-export-'));
  mkdirSync((target = join(folder, 'chosen')));
  const opened = await openStore(join(folder, 'sendwell.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
  store.accounts.save({
    ...{ address: 'owner@example.com', host: 'imap.example.com', port: 993 },
    ...{ sample: false, ca: null },
  });
  writeFileSync(join(folder, 'passwords.json'), 'Gravel7=Tulip=Zephyr');
  writeFileSync(join(folder, 'redaction.key'), 'a key of this folder');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const write = (name = 'all.zip', from: Pick<Store, 'copyTo'> = store) =>
  writeExport(join(target, name), {
    ...{ folder, store: { ...store, ...from }, settings: { ...defaultSettings, gapMinutes: 5 } },
    ...{ text: createText('en'), now },
  });
/** Of the export's, beside the database: nothing may stay. */
const left = () => readdirSync(folder).filter((name) => name.includes('part'));

describe('an export of everything', () => {
  it('holds database, settings and a note, and nothing that is a secret', async () => {
    expect(await write()).toEqual({ ok: true, value: 'all.zip' });
    const bytes = readFileSync(join(target, 'all.zip'));
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(['README.txt', 'sendwell.db', 'settings.json']);
    expect(Buffer.from(files['README.txt']!).toString()).toContain('No password is in here');
    expect(JSON.parse(Buffer.from(files['settings.json']!).toString())).toEqual({
      ...{ version: 1, ...defaultSettings, gapMinutes: 5 },
    });
    expect(statSync(join(target, 'all.zip')).mode & 0o077).toBe(0);
    expect(left()).toEqual([]);
    for (const each of Object.values(files))
      for (const secret of ['Gravel7=Tulip=Zephyr', 'a key of this folder'])
        expect(Buffer.from(each).includes(secret)).toBe(false);
  });

  it('is a folder that the app opens again, with what was written a moment before', async () => {
    const other = { address: 'second@example.com', host: 'imap.example.com', port: 993 };
    store.accounts.save({ ...other, sample: false, ca: null });
    await write();
    const again = join(folder, 'again');
    mkdirSync(again);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(target, 'all.zip')))))
      writeFileSync(join(again, name), bytes);
    const opened = await openStore(join(again, 'sendwell.db'), { checkWhole: true });
    if (!opened.ok) throw new Error(opened.problem.code);
    const addresses = opened.value.accounts.list().map(({ address }) => address);
    opened.value.close();
    expect(addresses).toEqual(['owner@example.com', 'second@example.com']);
  });

  it('to a folder that is gone is a problem, and leaves nothing behind', async () => {
    rmSync(target, { recursive: true });
    expect(await write()).toMatchObject({
      ok: false,
      problem: { code: 'file-unwritable', subject: 'all.zip' },
    });
    expect(left()).toEqual([]);
  });

  it.each([
    ['in the data folder', 13, 'disk-full'],
    ['that is read-only', 8, 'store-unwritable'],
  ])(
    'on a disk %s that takes no copy says so and keeps an older export',
    async (_, errcode, code) => {
      writeFileSync(join(target, 'all.zip'), 'an older export');
      const full = Object.assign(new Error('database or disk is full'), { errcode });
      const answer = await write('all.zip', { copyTo: () => Promise.reject(full) });
      expect(answer).toMatchObject({ ok: false, problem: { code } });
      expect(readFileSync(join(target, 'all.zip'), 'utf8')).toBe('an older export');
      expect(readdirSync(target)).toEqual(['all.zip']);
    },
  );

  it('that breaks off half-way keeps an older export', async () => {
    // A folder cannot be read as a file: the zip is begun by then, and given up.
    writeFileSync(join(target, 'all.zip'), 'an older export');
    const broken = {
      copyTo(path: string) {
        mkdirSync(path);
        return Promise.resolve();
      },
    };
    const answer = await write('all.zip', broken);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'file-unwritable' } });
    expect(readdirSync(target)).toEqual(['all.zip']);
    expect(readFileSync(join(target, 'all.zip'), 'utf8')).toBe('an older export');
  });
});
