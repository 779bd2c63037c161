import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataBytes, deleteData } from '../../../../app/shell/data/data-files.ts';

const ours = {
  'sendwell.db': 100,
  'sendwell.db-wal': 20,
  'sendwell.db-shm': 3,
  'sendwell.damaged-20261124T213045Z.db': 1000,
  'sendwell.damaged-20261124T213045Z-2.db-wal': 200,
  'settings.damaged-20261124T213045Z.json': 30,
  'settings.newer-20261124T213045Z.json': 4,
  'passwords.json.unreadable-2': 7,
  'export-0a1b2c3d.part': 60_000,
  'settings.json': 5,
  'passwords.json': 6,
  'passwords.json.new': 1,
  'redaction.key': 64,
  'logs/main.log': 500,
  'logs/main.old.log': 70,
  'window/Cache/data_0': 9000,
  'sample/sendwell.db': 11,
  'sample/settings.json': 2,
};
const foreign = [
  'thesis.txt',
  'sendwell.db.backup',
  'windows/a',
  'sample-2/sendwell.db',
  'mail.db',
];
let folder: string;

const put = (path: string, bytes: number) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), 'x'.repeat(bytes));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-data-'));
  for (const [path, bytes] of Object.entries(ours)) put(path, bytes);
  for (const path of foreign) put(path, 1);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is counted by kind, the sample with the rest and nothing of others', () => {
    expect(dataBytes(folder)).toEqual({
      ...{ database: 134, aside: 61_241, logs: 570, settings: 78, window: 9000 },
    });
  });

  it('that is not there holds nothing', () => {
    expect(dataBytes(join(folder, 'nowhere'))).toEqual({
      ...{ database: 0, aside: 0, logs: 0, settings: 0, window: 0 },
    });
    expect(deleteData(join(folder, 'nowhere'))).toEqual([]);
  });

  it('is deleted whole, but for what others put there', () => {
    expect(deleteData(folder)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(
      ['mail.db', 'sample-2', 'sendwell.db.backup', 'thesis.txt', 'windows'].sort(),
    );
  });

  it('keeps what is not asked for', () => {
    deleteData(folder, ['window']);
    expect(existsSync(join(folder, 'window'))).toBe(false);
    expect(dataBytes(folder).database).toBe(134);
  });

  it('loses a link under one of its names, never what it leads to', () => {
    const precious = join(folder, 'thesis.txt');
    rmSync(join(folder, 'logs'), { recursive: true });
    symlinkSync(dirname(precious), join(folder, 'logs'));
    expect(dataBytes(folder).logs).toBeLessThan(1000);
    expect(deleteData(folder)).toEqual([]);
    expect(readFileSync(precious, 'utf8')).toBe('x');
  });
});
