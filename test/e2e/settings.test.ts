import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { barriers } from './accessibility.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { filesBelow, filesWith } from './files.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm } from './screens.ts';
import { filesHolding } from './traces.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';
const data = temporaryData();
const chosen = mkdtempSync(join(tmpdir(), 'sendwell-chosen-'));
const settingsFile = join(data.folder, 'settings.json');
const complaints: string[] = [];
let dovecot: Dovecot;
let started: StartedApp;

const start = async (args: readonly string[] = []) => {
  started = await startApp({ data: data.folder, complaints, args });
  // Playwright would answer the page's question about the system's theme itself.
  await started.page.emulateMedia({ colorScheme: null });
};
const openSettings = async (name = 'Settings') => {
  await started.page.getByRole('button', { name, exact: true }).click();
  await started.page.getByRole('heading', { name, level: 1 }).waitFor();
};
const stored = () => JSON.parse(readFileSync(settingsFile, 'utf8')) as Record<string, unknown>;
/** Theme and colour behind the page, as main has them. */
const seen = () =>
  started.app.evaluate(({ nativeTheme, BrowserWindow }) => ({
    source: nativeTheme.themeSource,
    dark: nativeTheme.shouldUseDarkColors,
    behind: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  }));
const page = () =>
  started.page.evaluate(() => ({
    scheme: document.documentElement.dataset['mantineColorScheme'],
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    ground: getComputedStyle(document.body).backgroundColor,
  }));

beforeAll(async () => {
  const now = new Date();
  dovecot = await startDovecot({ users: { [address]: password } });
  dovecot.deliver(address, 'INBOX', [
    { raw: throttleNotice(1, now).raw, date: now },
    { raw: ordinary(2, now).raw, date: now },
  ]);
  await start();
  await fillConnectForm(started.page, {
    ...{ address, password, host: 'localhost', port: dovecot.port },
  });
  await chooseCaFile(started, dovecot.caFile);
  await sendConnectForm(started.page);
  await scanEnded(started.page);
});
afterAll(async () => {
  await started.close();
  await dovecot.stop();
  data.remove();
  rmSync(chosen, { recursive: true });
});

describe('the theme', () => {
  it('is changed while the app runs: page, window and what lies behind it', async () => {
    await openSettings();
    expect(await barriers(started.page)).toEqual([]);
    await started.page.getByText('Dark', { exact: true }).click();
    await started.page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await expect.poll(seen).toEqual({ source: 'dark', dark: true, behind: '#14181d' });
    expect(await page()).toEqual({ scheme: 'dark', dark: true, ground: 'rgb(20, 24, 29)' });
    expect(stored()['theme']).toBe('dark');
    expect(await barriers(started.page)).toEqual([]);
  });

  it('is there before the window at the next start, so that nothing flashes', async () => {
    await started.close();
    await start();
    // The colour is given when the window is made, before its page is asked for.
    expect(await seen()).toEqual({ source: 'dark', dark: true, behind: '#14181d' });
    await overviewShown(started.page);
    expect(await page()).toMatchObject({ scheme: 'dark', dark: true });
  });

  it('follows the system again', async () => {
    await openSettings();
    await started.page.getByText('Light', { exact: true }).click();
    await started.page.locator('html[data-mantine-color-scheme=light]').waitFor();
    await started.page.getByText('System', { exact: true }).click();
    await expect.poll(async () => (await seen()).source).toBe('system');
    // What Chromium takes for the system's theme is followed live.
    for (const colorScheme of ['dark', 'light'] as const) {
      await started.page.emulateMedia({ colorScheme });
      await started.page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    }
    await started.page.emulateMedia({ colorScheme: null });
  });
});

it('the language changes window, menu and settings at once, wherever it is chosen', async () => {
  const menu = () =>
    started.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await started.page.getByRole('combobox', { name: 'Language' }).click();
  await started.page.getByRole('option', { name: '简体中文' }).click();
  await started.page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  expect(await menu()).toContain('帮助');
  expect(stored()['language']).toBe('zh-CN');
  // As a person would in the menu.
  await started.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    items?.find(({ label }) => label === 'English')?.click();
  });
  await started.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  expect(await menu()).toContain('Help');
  const shown = () => started.page.getByRole('combobox', { name: 'Language' }).inputValue();
  await expect.poll(shown).toBe('English');
  expect(stored()['language']).toBe('en');
});

it('everything is exported to a zip that opens again and holds no secret', async () => {
  const target = join(chosen, 'all.zip');
  await started.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    setTimeout(() => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, 1500);
  }, target);
  const button = started.page.getByRole('button', { name: 'Export everything' });
  await button.click();
  await started.page.waitForTimeout(2000);
  expect(readdirSync(chosen)).toEqual([]);
  await button.click();
  await started.page.getByText('Saved as all.zip.').waitFor();
  const files = unzipSync(readFileSync(target));
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'sendwell.db', 'settings.json']);
  const again = temporaryData();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(again.folder, name), bytes);
  expect(filesHolding(again.folder, password)).toEqual([]);
  expect(filesHolding(again.folder, address)).not.toEqual([]);
  const copy = await startApp({ data: again.folder });
  await overviewShown(copy.page);
  expect(await copy.page.evaluate(() => window.sendwell.listAccounts())).toMatchObject([
    { address, canScan: false },
  ]);
  await copy.close();
  again.remove();
});

it('a damaged settings file is set aside and said at the start and on the screen', async () => {
  await started.close();
  writeFileSync(settingsFile, '{"version":1,"theme":');
  await start();
  const kept = readdirSync(data.folder).find((name) => /^settings\.damaged-/.test(name)) ?? '';
  expect(readFileSync(join(data.folder, kept), 'utf8')).toBe('{"version":1,"theme":');
  const notice = started.page.getByRole('alert').filter({ hasText: kept });
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Close' }).click();
  await openSettings();
  await started.page.getByRole('region', { name: 'The settings could not be read' }).waitFor();
  expect(await barriers(started.page)).toEqual([]);
});

describe('everything is deleted', () => {
  it('after the word was typed: nothing is left, and the app is as on its first day', async () => {
    const { app, page } = started;
    writeFileSync(join(data.folder, 'thesis.txt'), 'not ours');
    writeFileSync(join(data.folder, 'passwords.json'), '{"version":1,"entries":[]}');
    writeFileSync(join(data.folder, 'redaction.key'), 'a key\n');
    expect(filesHolding(data.folder, address)).not.toEqual([]);
    // The next start is this test's to make, so that its window can be looked at; with the arguments that were given.
    let said = '';
    app.process().stdout?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await app.evaluate(({ app }) => {
      app.relaunch = (options) => process.stdout.write(`next start: ${JSON.stringify(options)}\n`);
    });
    await page.getByRole('button', { name: 'Delete everything' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('delete');
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await ended;
    // Chromium held these until its end.
    const left = readdirSync(data.folder).filter((name) => !/^(window|Crashpad)$/.test(name));
    expect(left).toEqual(['thesis.txt']);
    expect(filesHolding(data.folder, address)).toEqual([]);
    const { args, execPath } = JSON.parse(/next start: (.*)/.exec(said)?.[1] ?? '{}') as {
      args: string[];
      execPath: string;
    };
    expect(existsSync(execPath)).toBe(true);
    expect(args).toContain(data.folder);
    expect(args).toContain('--finish-deleting');
  });

  it('and what Chromium held is gone with the next start', async () => {
    const cache = join(data.folder, 'window', 'left-by-the-last-run');
    writeFileSync(cache, 'x');
    await start(['--finish-deleting']);
    await started.page.getByRole('heading', { name: /^See when Alibaba Mail/ }).waitFor();
    expect(existsSync(cache)).toBe(false);
    expect(await started.page.evaluate(() => window.sendwell.listAccounts())).toEqual([]);
    expect(await started.page.evaluate(() => window.sendwell.settings())).toMatchObject({
      ...{ language: null, theme: 'system', gapMinutes: 60 },
    });
    expect(
      filesBelow(data.folder).filter((path) => /damaged|passwords|redaction/.test(path)),
    ).toEqual([]);
    expect(filesHolding(data.folder, address)).toEqual([]);
    expect(readFileSync(join(data.folder, 'thesis.txt'), 'utf8')).toBe('not ours');
  });
});

it.skipIf(process.platform !== 'linux')('the app starts again by itself', async () => {
  const { app, page } = started;
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  void page
    .evaluate(() => window.sendwell.deleteData({ really: 'delete everything' }))
    .catch(() => undefined);
  await ended;
  const pid = await until(() => runningOn(data.folder));
  try {
    await until(() => filesWith(join(data.folder, 'logs'), 'started')[0]);
    expect(existsSync(join(data.folder, 'sendwell.db'))).toBe(true);
  } finally {
    process.kill(pid);
    await until(() => (runningOn(data.folder) === undefined ? true : undefined));
  }
});

/** Waits for something that is not there yet, or cannot be read yet. */
function until<T extends object | string | number | true>(look: () => T | undefined): Promise<T> {
  const quietly = () => {
    try {
      return look();
    } catch {
      return undefined;
    }
  };
  return vi.waitUntil<T | undefined>(quietly, { timeout: 60_000, interval: 200 });
}

/** The main process of an app with this data folder; its helpers carry a type. */
function runningOn(folder: string): number | undefined {
  const words = (pid: string) => {
    try {
      // Chromium writes it anew with spaces, once it is up.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
    } catch {
      return [];
    }
  };
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      const line = words(pid);
      return (
        line.includes(folder) &&
        line.includes('--finish-deleting') &&
        !line.some((word) => word.startsWith('--type='))
      );
    });
  return found === undefined ? undefined : Number(found);
}

it('breaks no rule of the page on the way', () => {
  expect(complaints).toEqual([]);
});
