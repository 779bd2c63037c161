import type { CDPSession, Page } from 'playwright-core';
import { startApp } from '../../e2e/app.ts';

const steps = 150;

/**
 * Script time a frame in the window over a timeline of these rejections, in milliseconds of processor time, so that a
 * busy machine measures the same. Style and layout are not script and are given apart.
 */
export interface FrameCost {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** Style and layout, median. */
  readonly layout: number;
}

/** @param data a data folder with rejections */
export async function measureDrag(data: string): Promise<{ drag: FrameCost; pan: FrameCost }> {
  const started = await startApp({ data });
  try {
    const { page } = started;
    await page.locator('path[data-series="transient"][d^="M"]').first().waitFor();
    await page.locator('.sw-chart-body:not([aria-busy=true]) .sw-chart-pointer').waitFor();
    await atRest(page);
    const box = await page.locator('.sw-chart-pointer').first().boundingBox();
    if (box === null) throw new Error('no timeline');
    const y = box.y + box.height / 2;
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const across = (share: number): number => box.x + box.width * (0.05 + 0.9 * share);

    await page.mouse.move(across(0), y);
    await page.mouse.down();
    const drag = await cost(page, session, (step) => page.mouse.move(across(step / steps), y));
    await page.keyboard.press('Escape');
    await page.mouse.up();

    // A pinch first, so that there is something to move to; then the window goes along with each turn.
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, -60);
    await page.keyboard.up('Control');
    await page.waitForTimeout(1000);
    const pan = await cost(page, session, () => page.mouse.wheel(-12, 0));
    return { drag, pan };
  } finally {
    await started.close();
  }
}

/** What stands below the timeline is drawn after it: a drag is measured once that is done. */
async function atRest(page: Page): Promise<void> {
  await page.locator('.sw-totals').waitFor();
  await page.evaluate(
    () =>
      new Promise((done) => requestIdleCallback(() => setTimeout(done, 500), { timeout: 5000 })),
  );
}

async function cost(
  page: Page,
  session: CDPSession,
  move: (step: number) => Promise<void>,
): Promise<FrameCost> {
  const scripts: number[] = [];
  const layouts: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const before = await metrics(session);
    await move(step);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
    const after = await metrics(session);
    scripts.push(after.script - before.script);
    layouts.push(after.layout - before.layout);
  }
  const sorted = [...scripts].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return {
    ...{ median: at(0.5), p95: at(0.95), most: at(1) },
    layout: [...layouts].sort((a, b) => a - b)[Math.floor(steps / 2)] ?? 0,
  };
}

async function metrics(session: CDPSession): Promise<{ script: number; layout: number }> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (all.find((each) => each.name === name)?.value ?? 0) * 1000;
  return {
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}
