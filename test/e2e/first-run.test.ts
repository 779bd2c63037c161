import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { throttleNotice } from '../app/scan/mails.ts';
import { startDovecot } from '../servers/dovecot.ts';
import { assertReadOnly, startProxy } from '../servers/proxy.ts';
import { barriers } from './accessibility.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import {
  fillConnectForm,
  scanEnded,
  sendConnectForm,
  showNotices,
  welcomeShown,
} from './screens.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendwell-files-'));
const file = join(folder, 'notice.eml');
writeFileSync(file, throttleNotice(1, new Date()).raw);
const complaints: string[] = [];
let started: StartedApp | null = null;
let data = temporaryData();

async function start(args: readonly string[] = []): Promise<StartedApp> {
  data = temporaryData();
  started = await startApp({ data: data.folder, args, complaints });
  return started;
}

afterEach(async () => {
  await started?.close();
  started = null;
  data.remove();
  expect(complaints).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the first run', () => {
  it('has no barriers, leads to help and back, and to the form and back', async () => {
    const { page } = await start();
    await welcomeShown(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Help' }).click();
    await page
      .getByRole('heading', { name: 'The two passwords, and where to find them' })
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Overview' }).click();
    await welcomeShown(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Connect a mailbox' }).first().click();
    await page.getByRole('button', { name: 'Back' }).click();
    await welcomeShown(page);
  });

  it('explains a file that is chosen, without an account', async () => {
    const { app, page } = await start();
    await welcomeShown(page);
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await page.getByRole('button', { name: 'Choose files' }).click();
    await page.getByRole('heading', { level: 2, name: /^Throttled: 1 of 1/ }).waitFor();
    await page.getByRole('heading', { name: 'Add to a mailbox’s history' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => window.sendwell.listAccounts())).toEqual([]);
  });

  it('explains a file that the app was opened with', async () => {
    const { page } = await start([file]);
    await page.getByRole('heading', { level: 2, name: /^Throttled: 1 of 1/ }).waitFor();
  });

  it('opens the sample', async () => {
    const { page } = await start();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await scanEnded(page);
  });
});

describe('shortcuts and help in the real window', () => {
  it('go everywhere, zoom, and are listed; the menu shows the same keys', async () => {
    const { app, page } = await start(['--sample']);
    await scanEnded(page);
    await page.keyboard.press('Control+2');
    await page.getByRole('table', { name: 'Bounce notices' }).waitFor();
    await page.keyboard.press('Control+f');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type'));
    expect(await focused()).toBe('search');
    const zoom = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
      );
    await page.keyboard.press('Control+=');
    await expect.poll(zoom).toBeCloseTo(1.1);
    await page.keyboard.press('Control+0');
    await expect.poll(zoom).toBeCloseTo(1);
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Scan now').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    const keys = await app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('explain');
      item?.click();
      return item?.accelerator;
    });
    expect(keys).toBe('CmdOrCtrl+5');
    await page.getByRole('heading', { name: 'Explain an error' }).waitFor();
  });

  it('show diagnostics that name nobody, and the log’s folder', async () => {
    const { app, page } = await start(['--sample']);
    await scanEnded(page);
    await page.keyboard.press('Control+6');
    await page.getByRole('button', { name: 'Show diagnostics' }).click();
    const text = (await page.locator('.sw-diagnostics-text').textContent()) ?? '';
    expect(text).toContain('  samples: 1');
    expect(text).not.toContain(data.folder);
    expect(text).not.toContain('@');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await app.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => {
        (globalThis as { shown?: string }).shown = path;
      };
    });
    await page.getByRole('button', { name: 'Show the log’s folder' }).click();
    const shown = () => app.evaluate(() => (globalThis as { shown?: string }).shown);
    await expect.poll(shown).toMatch(/logs.main\.log$/);
    expect(existsSync((await shown()) ?? '')).toBe(true);
    await page.getByRole('button', { name: 'Show the licences of parts' }).click();
    await page.getByRole('button', { name: /^imapflow / }).click();
    expect(await barriers(page)).toEqual([]);
  });
});

it('a notice of a real mailbox is saved byte by byte, and nothing is changed there', async () => {
  const address = 'owner@example.com';
  const password = 'Correct-Horse-7';
  const dovecot = await startDovecot({ users: { [address]: password } });
  const proxy = await startProxy({ backend: dovecot });
  try {
    const mail = throttleNotice(7, new Date());
    dovecot.deliver(address, 'INBOX', [{ raw: mail.raw, date: new Date() }]);
    const app = await start();
    const { page } = app;
    await fillConnectForm(page, { address, password, host: 'localhost', port: proxy.port });
    await chooseCaFile(app, proxy.caFile);
    await sendConnectForm(page);
    await scanEnded(page);
    await showNotices(page);
    await page
      .getByRole('button', { name: /^Notice of / })
      .first()
      .click();
    const target = join(folder, 'saved.eml');
    await app.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await page.getByRole('button', { name: 'Save as .eml' }).click();
    await page.getByText('Saved as “saved.eml”.').waitFor();
    const lines = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
    expect(lines(readFileSync(target, 'utf8'))).toBe(lines(Buffer.from(mail.raw).toString('utf8')));
    assertReadOnly(proxy.record);
  } finally {
    await started?.close();
    started = null;
    await proxy.stop();
    await dovecot.stop();
  }
});
