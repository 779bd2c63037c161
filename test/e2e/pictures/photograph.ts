import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { StartedApp } from '../app.ts';

/** Where `npm run screenshots` writes, for people to look at. */
const out = new URL('../../out/screens/', import.meta.url).pathname;
const themes = ['light', 'dark'] as const;
/** A usual window, the smallest one, and one on a large screen. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
  { width: 1600, height: 1000 },
] as const;

/**
 * Pictures of the window as it is now, in each theme and size: `NAME-THEME-WIDTH.png`. The language belongs into the
 * name; screens are found by their structure, since their words change with it.
 * @param before done again in each size, as somebody does who has a window of that size
 */
export async function photograph(
  started: StartedApp,
  name: string,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { page } = started;
  mkdirSync(out, { recursive: true });
  for (const { width, height } of sizes) {
    await resize(started, width, height);
    await before();
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      await atRest(page);
      await page.screenshot({ path: join(out, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}

/** Gives the page so many CSS pixels. */
export async function resize(
  { app, page }: StartedApp,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  );
  await page.waitForFunction((w) => window.innerWidth === w, width);
}

/** Two frames after the last animation, so that a picture shows no half-way state. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    // A skeleton's animation has no end.
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map((each) => each.finished.catch(() => undefined)));
    await frame();
  });
}

/** The entry of the left side, counted from the top. */
export const nav = (page: Page, index: number): Locator => page.locator('nav button').nth(index);
