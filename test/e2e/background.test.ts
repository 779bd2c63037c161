import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SettingsChange } from '../../app/api/contract.ts';
import { launchTarget } from '../../app/toolchain/electron-runtime.ts';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { startTrayPanel, type TrayPanel } from '../servers/tray-panel.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { clickNotification, notificationsOf, spyOnNotifications } from './notices-shown.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm } from './screens.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';

/** Whether the window can be seen; null where there is none. */
const seen = ({ app }: Pick<StartedApp, 'app'>): Promise<boolean | null> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return window ? window.isVisible() && !window.isMinimized() : null;
  });
const closeWindow = ({ app }: StartedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const change = ({ page }: StartedApp, settings: SettingsChange) =>
  page.evaluate((wanted) => window.sendwell.changeSettings(wanted), settings);
const becomes = <T>(ask: () => Promise<T> | T, wanted: T) =>
  vi.waitFor(async () => expect(await ask()).toEqual(wanted), { timeout: 30_000, interval: 100 });

/** Starts the app once more, as by a click on its icon; gives its exit status. */
function startAgain(
  data: string,
  env: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<number | null> {
  const { executablePath, args } = launchTarget();
  const child = spawn(executablePath, [...args, '--data', data, ...more], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('where a panel shows tray icons', () => {
  const data = temporaryData();
  let dovecot: Dovecot;
  let panel: TrayPanel;
  let started: StartedApp;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: { [address]: password } });
    const date = new Date(Date.now() - 3 * 24 * 3_600_000);
    dovecot.deliver(address, 'INBOX', [{ raw: ordinary(1, date).raw, date }]);
    panel = await startTrayPanel();
    started = await startApp({
      data: data.folder,
      env: { ...panel.env, XDG_CONFIG_HOME: join(data.folder, 'config') },
    });
    await spyOnNotifications(started);
    const { page } = started;
    await fillConnectForm(page, { address, password, host: 'localhost', port: dovecot.port });
    await chooseCaFile(started, dovecot.caFile);
    await sendConnectForm(page);
    await scanEnded(page);
  });
  afterAll(async () => {
    await started.close();
    await panel.stop();
    await dovecot.stop();
    data.remove();
  });

  const deliver = (number: number): void => {
    const date = new Date();
    dovecot.deliver(address, 'INBOX', [{ raw: throttleNotice(number, date).raw, date }]);
  };
  const watchState = async () => {
    const [watch] = await started.page.evaluate(() => window.sendwell.listWatches());
    return watch?.state ?? 'off';
  };
  const item = () => panel.items.at(-1) ?? '';
  const labels = () => panel.menu(item()).map(({ label }) => label);
  const choose = (label: string): void => {
    const entry = panel.menu(item()).find((each) => each.label === label);
    panel.choose(item(), entry?.id ?? -1);
  };

  it('there is none until there is something to show', () => {
    expect(panel.items).toEqual([]);
  });

  it('a watched mailbox has its line, in the language that is on', async () => {
    const { page } = started;
    await page.locator('.sw-watch label').last().click();
    await page.getByText('Watching', { exact: true }).waitFor();
    await becomes(() => panel.items.length, 1);
    await becomes(() => labels()[0], `${address}: No throttle seen`);
    expect(labels()).toEqual(expect.arrayContaining(['Open Sendwell', 'Scan now', 'Quit']));
    await page.evaluate(() => window.sendwell.changeSettings({ language: 'zh-CN' }));
    await becomes(() => labels()[0], `${address}：未见受限`);
    await page.evaluate(() => window.sendwell.changeSettings({ language: 'en' }));
    await becomes(() => labels()[0], `${address}: No throttle seen`);
  });

  it('the window closes to the tray, and that is said once', async () => {
    await change(started, { closeToTray: true });
    await closeWindow(started);
    await becomes(() => seen(started), false);
    expect(await watchState()).toBe('watching');
    expect((await notificationsOf(started)).map(({ title }) => title)).toEqual([
      'Sendwell goes on in the tray',
    ]);
    panel.click(item());
    await becomes(() => seen(started), true);
    await closeWindow(started);
    await becomes(() => seen(started), false);
    expect(await notificationsOf(started)).toHaveLength(1);
  });

  it('a second start shows the window again, and ends', async () => {
    expect(await startAgain(data.folder, panel.env)).toBe(0);
    await becomes(() => seen(started), true);
    await closeWindow(started);
    await becomes(() => seen(started), false);
  });

  it('quiet hours hold a limit back, which the tray shows at once', async () => {
    await spyOnNotifications(started);
    const clock = (hours: number): string => {
      const date = new Date(Date.now() + hours * 3_600_000);
      return date.toTimeString().slice(0, 5);
    };
    await change(started, { quietHours: { from: clock(-2), to: clock(2) } });
    deliver(2);
    await vi.waitFor(
      () =>
        expect(labels()[0]).toMatch(
          /^owner@example\.com: Sending limited since \d\d:\d\d, try again from (tomorrow )?\d\d:\d\d$/,
        ),
      { timeout: 30_000, interval: 200 },
    );
    expect(panel.tooltip(item())).toContain('Sending limited since');
    // Longer than alerts are gathered.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(await notificationsOf(started)).toEqual([]);
  });

  it('after them it is told once, whatever follows, with what and until when', async () => {
    await change(started, { quietHours: null });
    deliver(3);
    await becomes(async () => (await notificationsOf(started)).length, 1);
    deliver(4);
    await new Promise((resolve) => setTimeout(resolve, 14_000));
    const shown = await notificationsOf(started);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.title).toMatch(
      /^Sending limited since \d\d:\d\d, try again from (tomorrow )?\d\d:\d\d$/,
    );
    expect(shown[0]?.body).toBe(`${address}\nPause sending until then. The time is an estimate.`);
  });

  it('a click on it shows the window at that episode', async () => {
    expect(await seen(started)).toBe(false);
    await clickNotification(started);
    await becomes(() => seen(started), true);
    const drawer = started.page.getByRole('dialog', { name: /^Episode of / });
    await drawer.waitFor();
    await drawer.getByText('too frequently sending').first().waitFor();
    await started.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('so does its line in the tray, from another screen', async () => {
    await started.page.getByRole('button', { name: 'Notices', exact: true }).click();
    choose(labels()[0] ?? '');
    await started.page.getByRole('dialog', { name: /^Episode of / }).waitFor();
    await started.page.keyboard.press('Escape');
  });

  it('watching is paused and taken up from the tray', async () => {
    choose('Pause watching');
    await becomes(watchState, 'off');
    await becomes(() => labels().includes('Go on watching'), true);
    choose('Go on watching');
    await becomes(watchState, 'watching');
    await becomes(() => labels().includes('Pause watching'), true);
  });

  it('a checkout is not started at login, and says so', async () => {
    await spyOnNotifications(started);
    await change(started, { startAtLogin: true });
    await becomes(
      async () => (await notificationsOf(started))[0]?.title,
      'Start at login is not set up here',
    );
    const settings = await started.page.evaluate(() => window.sendwell.settings());
    expect(settings.startAtLogin).toBe(false);
    expect(existsSync(join(data.folder, 'config', 'autostart'))).toBe(false);
  });

  it('quit from the tray ends the app', async () => {
    await closeWindow(started);
    await becomes(() => seen(started), false);
    const ended = new Promise((resolve) => started.app.process().once('exit', resolve));
    choose('Quit');
    expect(await ended).toBe(0);
  });
});

describe('where nothing shows tray icons', () => {
  const data = temporaryData();
  let panel: TrayPanel;
  let started: StartedApp;

  beforeAll(async () => {
    panel = await startTrayPanel({ panel: false });
    started = await startApp({ data: data.folder, args: ['--sample'], env: panel.env });
    await overviewShown(started.page);
  });
  afterAll(async () => {
    await started.close();
    await panel.stop();
    data.remove();
  });

  it('a window that would close to the tray is minimised, never hidden', async () => {
    await change(started, { closeToTray: true });
    const minimised = started.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          const minimize = window?.minimize.bind(window);
          if (window)
            window.minimize = () => {
              minimize?.();
              resolve('minimised');
            };
          window?.once('hide', () => resolve('hidden'));
          window?.once('closed', () => resolve('closed'));
        }),
    );
    await closeWindow(started);
    expect(await minimised).toBe('minimised');
    expect(await startAgain(data.folder, panel.env, ['--sample'])).toBe(0);
    await becomes(() => seen(started), true);
  });

  it('closes, and the app ends, where that is not chosen', async () => {
    await change(started, { closeToTray: false });
    const ended = new Promise((resolve) => started.app.process().once('exit', resolve));
    await closeWindow(started);
    expect(await ended).toBe(0);
  });
});

describe('started by the system at login', () => {
  const launch = async (data: string, env: Readonly<Record<string, string>>) => {
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ startMinimised: true }));
    const { executablePath, args } = launchTarget();
    return _electron.launch({
      executablePath,
      args: [...args, '--at-login', '--data', data, '--lang=en'],
      env: { ...(process.env as Record<string, string>), ...env },
    });
  };

  it('the app is in the tray alone, and opens from there', async () => {
    const data = temporaryData();
    const panel = await startTrayPanel();
    const app = await launch(data.folder, panel.env);
    await becomes(() => panel.items.length, 1);
    const [item = ''] = panel.items;
    await becomes(() => panel.menu(item)[0]?.label, 'No mailbox is watched');
    expect(app.windows()).toHaveLength(0);
    panel.choose(item, panel.menu(item).find(({ label }) => label === 'Open Sendwell')?.id ?? -1);
    await becomes(() => seen({ app }), true);
    await app.close();
    await panel.stop();
    data.remove();
  });

  it('it opens a window where there is no tray', async () => {
    const data = temporaryData();
    const panel = await startTrayPanel({ panel: false });
    const app = await launch(data.folder, panel.env);
    await app.firstWindow({ timeout: 40_000 });
    await app.close();
    await panel.stop();
    data.remove();
  });
});
