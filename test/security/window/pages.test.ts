import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { welcomeShown } from '../../e2e/screens.ts';

const data = temporaryData();
let started: StartedApp;
const home = 'sendwell://app/index.html';

beforeAll(async () => {
  started = await startApp({ data: data.folder });
  await welcomeShown(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
});

/** Whether the page still answers at its own address, after everything it was made to do came to rest. */
async function expectAtHome(): Promise<void> {
  const { app, page } = started;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(page.url().split('#')[0]).toBe(home);
  expect(await page.evaluate(() => typeof window.sendwell.appInfo)).toBe('function');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}

describe('a page that was taken over', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'data:text/html,<p>foreign</p>',
    'sendwell://evil/index.html',
  ])('cannot leave for %s', async (address) => {
    await started.page.evaluate((target) => {
      location.href = target;
    }, address);
    await expectAtHome();
  });

  it('cannot leave by a link, a form or a refresh', async () => {
    await started.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      document.body.append(link);
      link.click();
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = '0; url=https://example.com/';
      document.head.append(refresh);
    });
    await expectAtHome();
  });

  it('opens no window', async () => {
    const opened = await started.page.evaluate(() =>
      [
        window.open('https://example.com/'),
        window.open('about:blank'),
        window.open('sendwell://app/index.html'),
      ].map((each) => each !== null),
    );
    expect(opened).toEqual([false, false, false]);
    await expectAtHome();
  });

  it('embeds neither a foreign page nor its own', async () => {
    const { page } = started;
    await page.evaluate(() => {
      for (const src of ['https://example.com/', 'sendwell://app/index.html', 'about:blank']) {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.className = 'attack';
        document.body.append(frame);
      }
    });
    await expectAtHome();
    const inside = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLIFrameElement>('iframe.attack')].map((frame) => {
        const inner = frame.contentWindow;
        try {
          return typeof inner?.sendwell;
        } catch {
          return 'undefined';
        }
      }),
    );
    expect(inside).toEqual(['undefined', 'undefined', 'undefined']);
  });

  it('embeds no webview', async () => {
    await started.page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.com/');
      document.body.append(view);
    });
    const contents = await started.app.evaluate(
      ({ webContents }) =>
        webContents.getAllWebContents().filter((each) => each.getType() === 'webview').length,
    );
    expect(contents).toBe(0);
    await expectAtHome();
  });
});

describe('the window', () => {
  it('is sandboxed and apart from Node', async () => {
    const preferences = await started.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in Electron's typings, yet the only way to see what a window really got.
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    // Listed only where it is on.
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
  });

  it('gives the page no Node, no Electron and no event', async () => {
    const seen = await started.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    );
    expect(seen).toEqual([]);
  });
});
