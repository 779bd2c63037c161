import {
  chmodSync,
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
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../../app/api/contract.ts';
import { SettingsFile } from '../../../../app/shell/settings/settings.ts';
import { settingsVersion } from '../../../../app/shell/settings/settings-form.ts';

const none = defaultSettings;
const at = new Date('2026-11-24T21:30:45.123Z');
const keptName = 'settings.damaged-20261124T213045Z.json';
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (now = at) => SettingsFile.open(file, () => now);
const names = () => readdirSync(folder).sort();
const stored = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const write = (value: unknown) => writeFileSync(file, JSON.stringify(value));

describe('settings', () => {
  it('are there again, with a version, for their owner alone and nothing left beside them', () => {
    expect(open().change({ language: 'zh-CN' })).toMatchObject({ ok: true });
    expect(open().current).toEqual({ ...none, language: 'zh-CN' });
    expect(stored()).toEqual({ version: settingsVersion, ...none, language: 'zh-CN' });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(names()).toEqual(['settings.json']);
  });

  it('change one by one, and what is not named stays', () => {
    const settings = open();
    settings.change({ language: 'zh-CN' });
    settings.change({ gapMinutes: 30, theme: undefined });
    expect(settings.current).toEqual({ ...none, language: 'zh-CN', gapMinutes: 30 });
    expect(open().current).toEqual(settings.current);
  });

  it('tell everybody who follows what changed', () => {
    const settings = open();
    const heard = vi.fn();
    settings.onChange(heard);
    settings.change({ theme: 'dark' });
    expect(heard.mock.calls).toEqual([[{ ...none, theme: 'dark' }, { theme: 'dark' }]]);
  });

  it('are as if never chosen without a file, and none is made', () => {
    expect(open()).toMatchObject({ current: none, trouble: null });
    expect(names()).toEqual([]);
  });
});

describe('a file from before there were versions', () => {
  it('is read, and gets its version with the first change', () => {
    write({ language: 'zh-CN', gapMinutes: 15 });
    const settings = open();
    expect(settings.trouble).toBeNull();
    expect(settings.current).toEqual({ ...none, language: 'zh-CN', gapMinutes: 15 });
    settings.change({ theme: 'light' });
    expect(stored()).toMatchObject({ version: 1, language: 'zh-CN', theme: 'light' });
  });

  it('keeps the names that this version does not know', () => {
    write({ version: 1, theme: 'dark', hue: 'blue' });
    open().change({ gapMinutes: 20 });
    expect(stored()).toMatchObject({ hue: 'blue', theme: 'dark', gapMinutes: 20 });
  });
});

describe('a file of a newer version', () => {
  const newer = { version: 7, theme: 'dark', gapMinutes: 'an hour', hue: 'blue' };

  it('is used as far as it is understood, and is left alone while nothing is changed', () => {
    write(newer);
    const before = readFileSync(file);
    const settings = open();
    expect(settings.current).toEqual({ ...none, theme: 'dark' });
    expect(settings.trouble).toEqual({ kind: 'newer', file, keptAs: null, lost: [] });
    expect(readFileSync(file)).toEqual(before);
    expect(names()).toEqual(['settings.json']);
  });

  it('is kept aside whole by the first change, once', () => {
    write(newer);
    const before = readFileSync(file);
    const settings = open();
    settings.change({ language: 'en' });
    settings.change({ language: 'zh-CN' });
    const kept = join(folder, 'settings.newer-20261124T213045Z.json');
    expect(settings.trouble?.keptAs).toBe(kept);
    expect(readFileSync(kept)).toEqual(before);
    expect(names()).toEqual(['settings.json', basename(kept)].sort());
    expect(open().trouble).toBeNull();
  });
});

describe('a damaged file', () => {
  it.each(['', '{', '[]', 'null', '"en"', '{"version":"one"}', '{"version":-1,"theme":"dark"}'])(
    'is kept aside whole and said when it holds %j',
    (content) => {
      writeFileSync(file, content);
      const settings = open();
      expect(settings.current).toEqual(none);
      expect(settings.trouble).toEqual({
        ...{ kind: 'damaged', file, lost: [] },
        keptAs: join(folder, keptName),
      });
      expect(names()).toEqual([keptName]);
      expect(readFileSync(join(folder, keptName), 'utf8')).toBe(content);
      expect(open().trouble).toBeNull();
    },
  );

  it('loses only the choices that cannot be read, and a copy of the whole is kept', () => {
    write({ version: 1, language: 'zh-CN', gapMinutes: 0, theme: ['dark'], hue: 1 });
    const before = readFileSync(file);
    const settings = open();
    expect(settings.current).toEqual({ ...none, language: 'zh-CN' });
    expect(settings.trouble).toMatchObject({ kind: 'partly', lost: ['theme', 'gapMinutes'] });
    expect(readFileSync(join(folder, keptName))).toEqual(before);
    expect(stored()).toMatchObject({ language: 'zh-CN', gapMinutes: 60, hue: 1 });
    expect(open().trouble).toBeNull();
  });

  it('of a size that no settings have is not read into memory', () => {
    writeFileSync(file, '{}');
    truncateSync(file, 5_000_000_000);
    expect(open().trouble).toMatchObject({ kind: 'damaged', keptAs: join(folder, keptName) });
  });

  it('never takes the place of another one, and at most five are kept', () => {
    for (let day = 1; day <= 4; day += 1)
      for (const content of ['first', 'second']) {
        writeFileSync(file, `${content} of ${day}`);
        open(new Date(Date.UTC(2026, 10, day)));
      }
    const kept = names().map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept.sort()).toEqual([
      ...['first of 3', 'first of 4', 'second of 2', 'second of 3', 'second of 4'],
    ]);
  });
});

describe('a place that cannot be written', () => {
  it('is a problem with its file, and the choice holds for this session', () => {
    const settings = open();
    const heard = vi.fn();
    settings.onChange(heard);
    rmSync(folder, { recursive: true });
    const answer = settings.change({ theme: 'dark' });
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'settings-unwritten', subject: file },
    });
    expect(settings.current.theme).toBe('dark');
    expect(heard).toHaveBeenCalledOnce();
    mkdirSync(folder);
    expect(settings.change({ gapMinutes: 5 })).toMatchObject({ ok: true });
    expect(open().current).toMatchObject({ theme: 'dark', gapMinutes: 5 });
  });

  it('leaves the old file as it was, and nothing beside it, when the new one cannot be put there', () => {
    open().change({ theme: 'light' });
    const settings = open();
    rmSync(file);
    // Nothing can be renamed over a folder that holds something.
    mkdirSync(join(file, 'inside'), { recursive: true });
    expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: false });
    expect(names()).toEqual(['settings.json']);
    expect(existsSync(join(file, 'inside'))).toBe(true);
  });

  it('of a damaged file, too: it is kept aside as soon as that can be done', () => {
    // It cannot be read as a file at all.
    mkdirSync(file);
    const settings = open();
    expect(settings.trouble).toEqual({ kind: 'unreadable', file, keptAs: null, lost: [] });
    expect(settings.current).toEqual(none);
    expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(settings.trouble?.keptAs).toBe(join(folder, keptName));
    expect(statSync(join(folder, keptName)).isDirectory()).toBe(true);
    expect(open().current.theme).toBe('dark');
  });

  it.skipIf(process.getuid?.() === 0)('of a folder that is read-only', () => {
    writeFileSync(file, 'damaged');
    chmodSync(folder, 0o500);
    const settings = open();
    expect(settings.trouble).toMatchObject({ kind: 'damaged', keptAs: null });
    expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: false });
    expect(readFileSync(file, 'utf8')).toBe('damaged');
    chmodSync(folder, 0o700);
  });
});
