import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, defaultSettings, type Settings } from '../../../../app/api/contract.ts';
import { dataHandlers } from '../../../../app/api/handlers/data.ts';
import { settingsHandlers } from '../../../../app/api/handlers/settings.ts';
import { failed, ok } from '../../../../app/result.ts';
import { SettingsFile } from '../../../../app/shell/settings/settings.ts';
import { testContext } from '../context.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-handlers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const handlers = async () =>
  settingsHandlers(
    await testContext({ settings: SettingsFile.open(join(folder, 'settings.json')) }),
  );

describe('the settings’ channels', () => {
  it('answer with what holds after a change', async () => {
    const { 'settings:change': change, 'settings:get': get } = await handlers();
    expect(change({ theme: 'dark' })).toEqual(ok({ ...defaultSettings, theme: 'dark' }));
    expect(get(undefined)).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('tell why a change could not be stored, in the form of the contract, and it holds', async () => {
    const { 'settings:change': change, 'settings:get': get } = await handlers();
    rmSync(folder, { recursive: true });
    const answer = change({ theme: 'dark' });
    expect(channels['settings:change'].result.parse(answer)).toMatchObject({
      problem: { code: 'settings-unwritten' },
    });
    expect(get(undefined)).toMatchObject({ theme: 'dark' });
  });

  it.each([
    [
      'a password in the proxy',
      { proxy: { use: 'manual', url: 'http://a:b@c.example:1', user: '' } },
    ],
    ['a proxy of any length', { proxy: { use: 'manual', url: 'a'.repeat(301), user: '' } }],
    ['a setting that is none', { developer: true }],
    ['a time of day that is none', { quietHours: { from: '24:00', to: '7:00' } }],
    ['a gap of no length', { gapMinutes: 0 }],
    ['a language that is not spoken', { language: 'de' }],
  ])('let no window choose %s', (_, change) => {
    expect(channels['settings:change'].argument.safeParse(change).success).toBe(false);
  });
});

describe('the channels of the data', () => {
  it('count in the form of the contract', async () => {
    const answer = dataHandlers(await testContext())['data:usage'](undefined);
    expect(channels['data:usage'].result.parse(answer)).toMatchObject({ ok: true });
  });

  it('export nothing from a database that cannot be read, and say why', async () => {
    const write = vi.fn();
    const context = await testContext();
    const data = { ...context.data, export: write };
    const broken = { ...context, data, store: failed('store-damaged', '/data/sendwell.db') };
    expect(await dataHandlers(broken)['data:export'](undefined)).toMatchObject({
      problem: { code: 'store-damaged' },
    });
    expect(write).not.toHaveBeenCalled();
  });

  it.each([undefined, null, {}, { really: true }, { really: 'delete', everything: true }])(
    'take %j for no wish to delete everything',
    (argument) => {
      expect(channels['data:delete'].argument.safeParse(argument).success).toBe(false);
    },
  );

  it('take no path from the window', () => {
    for (const name of ['data:usage', 'data:show-folder', 'data:export'] as const)
      expect(channels[name].argument.safeParse('/etc').success).toBe(false);
  });
});

it('a setting is stored under the name that the contract has for it', () => {
  const settings = SettingsFile.open(join(folder, 'settings.json'));
  const everything: Settings = {
    ...{ language: 'zh-CN', theme: 'light', gapMinutes: 7, days: null },
    proxy: { use: 'manual', url: 'socks5://proxy.example.com:1080', user: 'owner' },
    ...{ closeToTray: true, startAtLogin: true, startMinimised: true, watchAtStart: true },
    ...{ notify: false, quietHours: { from: '22:30', to: '06:15' } },
  };
  settings.change(everything);
  expect(SettingsFile.open(join(folder, 'settings.json')).current).toEqual(everything);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
