import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { answerWith, overviewStates } from './made-up-answers.ts';
import { atRest, nav, resize } from './pictures/photograph.ts';

/** The smallest window, and 200 % zoom of a usual one, which has 640 × 400 CSS pixels. */
const windows = [
  { name: '900 × 600', width: 900, height: 600, zoom: 1 },
  { name: '200 % zoom of 1280 × 800', width: 1280, height: 800, zoom: 2 },
] as const;
const screens = ['overview', 'notices', 'password', 'audit', 'explain', 'settings', 'help'];
const data = temporaryData();
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder, args: ['--sample'] });
  await started.page.locator('.sw-totals').waitFor();
  await answerWith(started, overviewStates(Date.now()).full);
});
afterAll(async () => {
  await started.close();
  data.remove();
});

/** What sticks out of the window or of a box that cuts it off, one line each. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    const found = wide ? ['the page scrolls sideways'] : [];
    const content = document.querySelector('.sw-content');
    if (content !== null && content.scrollWidth > content.clientWidth)
      found.push('the content scrolls sideways');
    for (const control of document.querySelectorAll('button, input, select, textarea, a[href]')) {
      const { left, right, width, height } = control.getBoundingClientRect();
      if (
        width <= 1 ||
        height <= 1 ||
        control.closest('.sw-hidden, .sw-skip, [aria-hidden=true]') !== null
      )
        continue;
      // A table may scroll in its own box.
      if (control.closest('.sw-notices-scroll, .sw-data-table') !== null) continue;
      if (left < -1 || right > innerWidth + 1)
        found.push(
          `${control.textContent || control.getAttribute('aria-label') || control.id} is cut off`,
        );
    }
    return found;
  });

async function zoomed(factor: number): Promise<void> {
  await started.app.evaluate(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
}

describe.each(windows)('$name', ({ width, height, zoom }) => {
  beforeAll(async () => {
    await zoomed(1);
    await resize(started, width, height);
    await zoomed(zoom);
    await started.page.waitForFunction((w) => window.innerWidth <= w, width / zoom + 1);
  });

  it.each(screens.map((name, index) => ({ name, index })))(
    '$name cuts nothing off, with names and numbers that no one would choose',
    async ({ index }) => {
      const { page } = started;
      await nav(page, index).click();
      await page.locator('#content h1, #content h2').first().waitFor({ state: 'attached' });
      await page.waitForFunction(() => !document.querySelector('#content [aria-busy=true]'));
      expect(await cutOff(page)).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await atRest(page);
        expect(await barriers(page)).toEqual([]);
      }
    },
  );
});

describe('forced colours', () => {
  it.each(screens.map((name, index) => ({ name, index })))(
    '$name can be read',
    async ({ index }) => {
      const { page } = started;
      await page.emulateMedia({
        forcedColors: 'active',
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      });
      await nav(page, index).click();
      await page.locator('#content h1, #content h2').first().waitFor({ state: 'attached' });
      expect(await cutOff(page)).toEqual([]);
      // What is current is told by more than a ground, which this mode takes away.
      const outline = await page
        .locator('.sw-nav-item[aria-current]')
        .evaluate((item) => getComputedStyle(item).outlineStyle);
      expect(outline).toBe('solid');
      await page.emulateMedia({ forcedColors: 'none' });
    },
  );
});
