import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings, writeSettings } from '../../../app/shell/settings.ts';

describe('settings', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sendwell-settings-'));
    file = join(folder, 'settings.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are there again, for their owner alone and with nothing left beside them', () => {
    writeSettings(file, { language: 'zh-CN' });
    expect(readSettings(file)).toEqual({ language: 'zh-CN' });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each(['', '{', '[]', '{"language":"xx"}', '{"language":["en"]}'])(
    'are as if never chosen when the file holds %j',
    (content) => {
      writeFileSync(file, content);
      expect(readSettings(file)).toEqual({ language: null });
    },
  );

  it('are as if never chosen without a file', () => {
    expect(readSettings(file)).toEqual({ language: null });
  });
});
