import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../app/text/text.ts';
import { barriers } from '../e2e/accessibility.ts';
import { temporaryData } from '../e2e/app.ts';
import {
  chromiumExecutables,
  closeChromium,
  openInChromium,
  type ChromiumWindow,
} from '../servers/chromium-window.ts';

const executablePath = chromiumExecutables.find((path) => existsSync(path)) ?? '';
afterAll(closeChromium);

it('is newer than the Electron that tests may fall back to', async () => {
  const data = temporaryData();
  const started = await openInChromium({ executablePath, data: data.folder });
  const version = await started.page.evaluate(() => /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]);
  console.log(`Chromium ${version ?? ''}`);
  expect(Number(version)).toBeGreaterThan(130);
  await started.close();
  data.remove();
});

describe.each(languages)('the window in a Chromium of today, in %s', (language) => {
  const data = temporaryData();
  let started: ChromiumWindow;
  beforeAll(async () => {
    started = await openInChromium({ executablePath, data: data.folder, sample: true, language });
  });
  afterAll(async () => {
    await started.close();
    data.remove();
  });

  it('scans the sample and shows its result', async () => {
    await started.page.locator('.sw-totals').waitFor();
    expect(await started.page.evaluate(() => document.documentElement.lang)).toBe(language);
  });

  it('shows every place of its navigation, in both themes and sizes, without a barrier', async () => {
    const { page } = started;
    const places = page.locator('nav button');
    const count = await places.count();
    expect(count).toBeGreaterThanOrEqual(2);
    for (let index = 0; index < count; index++) {
      await places.nth(index).click();
      await page.setViewportSize({ width: 900, height: 600 });
      await atRest();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([index, wider <= 0]).toEqual([index, true]);
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await atRest();
        expect([index, colorScheme, await barriers(page)]).toEqual([index, colorScheme, []]);
      }
    }
  });

  it('breaks no rule of the page on the way', () => {
    expect(started.complaints).toEqual([]);
  });

  it('runs no script that slipped into the page, and asks nobody outside', async () => {
    const before = started.complaints.length;
    const attacked = await started.page.evaluate(async () => {
      const host = document.createElement('div');
      host.innerHTML = '<img src="data:," onerror="window.attacked=1">';
      const script = document.createElement('script');
      script.textContent = 'window.attacked=2';
      host.append(script);
      document.body.append(host);
      const sent = await fetch('https://example.com/').then(
        () => true,
        () => false,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return sent || 'attacked' in window;
    });
    expect(attacked).toBe(false);
    expect(started.complaints.length).toBeGreaterThan(before);
  });

  /** Loading is over and nothing moves. */
  async function atRest(): Promise<void> {
    await started.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await started.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await Promise.all(
        document.getAnimations().map((each) => each.finished.catch(() => undefined)),
      );
      await frame();
    });
  }
});
