import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { welcomeShown } from '../../e2e/screens.ts';

const data = temporaryData();
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder });
  await welcomeShown(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('a page that asks for more than it needs', () => {
  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'])(
    'is not granted %s',
    async (name) => {
      const state = await started.page.evaluate(async (permission) => {
        const asked = await navigator.permissions.query({ name: permission as PermissionName });
        return asked.state;
      }, name);
      expect(state).toBe('denied');
    },
  );

  it('gets no camera, place, screen or notification by asking for the thing itself', async () => {
    const answers = await started.page.evaluate(async () => {
      const told = (asked: Promise<unknown>) =>
        asked.then(
          (value) => String(value),
          () => 'refused',
        );
      return Promise.all([
        told(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        told(navigator.mediaDevices.getDisplayMedia()),
        told(navigator.clipboard.readText()),
        told(Notification.requestPermission()),
        told(
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          }),
        ),
      ]);
    });
    expect(answers).toEqual(['refused', 'refused', 'refused', 'denied', 'refused']);
  });

  it('may write text to the clipboard, for "copy for support"', async () => {
    // As behind a button: a page without focus may not.
    await started.page.getByRole('button', { name: 'Help' }).focus();
    await started.page.evaluate(() => navigator.clipboard.writeText('copied'));
    expect(await started.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied');
  });

  it('downloads nothing', async () => {
    const { app, page } = started;
    const began = await app.evaluate(({ session }) => {
      const kept = globalThis as { downloads?: boolean[] };
      kept.downloads = [];
      session.defaultSession.on('will-download', (event) => {
        kept.downloads?.push(event.defaultPrevented);
      });
      return true;
    });
    expect(began).toBe(true);
    await page.evaluate(async () => {
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,x';
      link.download = 'x.bin';
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    const downloads = await app.evaluate(
      () => (globalThis as { downloads?: boolean[] }).downloads ?? [],
    );
    expect(downloads.every((prevented) => prevented)).toBe(true);
  });
});
