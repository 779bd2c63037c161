import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../app/api/contract.ts';
import { changeSettings, readSettings } from '../../../app/shell/settings.ts';

const none = defaultSettings;

describe('settings', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sendwell-settings-'));
    file = join(folder, 'settings.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are there again, for their owner alone and with nothing left beside them', () => {
    changeSettings(file, { language: 'zh-CN' });
    expect(readSettings(file)).toEqual({ ...none, language: 'zh-CN' });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('change one by one', () => {
    changeSettings(file, { language: 'zh-CN' });
    changeSettings(file, { gapMinutes: 30 });
    expect(readSettings(file)).toEqual({ ...none, language: 'zh-CN', gapMinutes: 30 });
  });

  it.each(['', '{', '[]', '{"language":"xx"}', '{"language":["en"],"gapMinutes":0}'])(
    'are as if never chosen when the file holds %j',
    (content) => {
      writeFileSync(file, content);
      expect(readSettings(file)).toEqual(none);
    },
  );

  it('are not read from a file of a size that nobody chose: it could fill the memory', () => {
    writeFileSync(file, `{"language":"zh-CN"}${' '.repeat(200_000)}`);
    expect(readSettings(file)).toEqual(none);
  });

  it('of an older version keep what they hold', () => {
    writeFileSync(file, '{"language":"zh-CN"}');
    expect(readSettings(file)).toEqual({ ...none, language: 'zh-CN' });
  });

  it('are as if never chosen without a file', () => {
    expect(readSettings(file)).toEqual(none);
  });
});
