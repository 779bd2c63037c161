import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { welcomeShown } from '../../e2e/screens.ts';

let started: StartedApp;
let data: ReturnType<typeof temporaryData>;

beforeEach(async () => {
  data = temporaryData();
  started = await startApp({ data: data.folder });
  await welcomeShown(started.page);
});
afterEach(async () => {
  await started.close();
  data.remove();
});

describe('a foreign page', () => {
  it('that is loaded by force in our window finds no bridge', async () => {
    await started.app.evaluate(async ({ BrowserWindow }) => {
      await BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<title>foreign</title>');
    });
    const { page } = started;
    await page.waitForFunction(() => document.title === 'foreign');
    expect(await page.evaluate(() => 'sendwell' in window)).toBe(false);
  });

  it('in another window with all of Electron in its hands is refused by every channel', async () => {
    const answers = await started.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
      });
      await window.loadURL('data:text/html,<title>foreign</title>');
      const attack = `
        const { ipcRenderer } = require('electron');
        const channels = ['app:info', 'account:list', 'site:list', 'scan:sample', 'ca:choose'];
        Promise.all(channels.map((channel) =>
          ipcRenderer.invoke(channel).then(() => 'answered', (error) => error.message)));`;
      const result = (await window.webContents.executeJavaScript(attack)) as string[];
      window.destroy();
      return result;
    });
    expect(answers).toHaveLength(5);
    for (const answer of answers) expect(answer).toMatch(/refused/);
  });

  it('cannot invent a channel', async () => {
    const channels = await started.app.evaluate(({ ipcMain }) => {
      const inside = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      return [...inside._invokeHandlers.keys()].sort();
    });
    const { channels: contract } = await import('../../../app/api/contract.ts');
    expect(channels).toEqual(Object.keys(contract).sort());
    const listened = await started.app.evaluate(({ ipcMain }) => ipcMain.eventNames());
    // Electron's own, for errors.
    expect(listened).toEqual(['error']);
  });
});

describe('our own page', () => {
  it('is refused when it asks for what the contract does not know', async () => {
    const answers = await started.page.evaluate(async () => {
      const { sendwell } = window;
      const told = (asked: Promise<unknown>) =>
        asked.then(
          () => 'answered',
          (error: unknown) => String(error),
        );
      return Promise.all([
        told(sendwell.getNotice({ noticeId: '1 OR 1=1' as unknown as number })),
        told(sendwell.openLink({ link: 'https://example.com/' as 'alibaba-help' })),
        told(sendwell.changeSettings({ language: 'x'.repeat(2_000_000) as 'en' })),
      ]);
    });
    for (const answer of answers) expect(answer).toMatch(/refused/);
  });

  it('never learns how main is built from an error', async () => {
    const answer = await started.page.evaluate(() =>
      window.sendwell.getNotice({ noticeId: -1 }).catch((error: unknown) => String(error)),
    );
    expect(answer).not.toMatch(/\/|main\.cjs|\bat\b/);
  });
});
