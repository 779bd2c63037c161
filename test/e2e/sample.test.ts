import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { overviewShown, scanEnded, showNotices, total } from './screens.ts';

const data = temporaryData();
const complaints: string[] = [];
let started: StartedApp;

const start = async (): Promise<void> => {
  started = await startApp({ data: data.folder, args: ['--sample'], complaints });
};

beforeAll(start);
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('the sample', () => {
  it('is read at the first start and shows headline, chart and totals', async () => {
    const { page } = started;
    await scanEnded(page);
    await page.getByText('Sending works again as far as seen.').waitFor();
    await page.getByRole('slider', { name: 'Throttle rejections over time' }).waitFor();
    expect(Number(await total(page, 'Throttled'))).toBeGreaterThan(50);
    expect(await page.getByRole('button', { name: /^Open the episode of / }).count()).toBe(3);
    expect(await barriers(page)).toEqual([]);
  });

  it('shows the chart as a table too', async () => {
    const { page } = started;
    await page.getByRole('button', { name: 'Show as table: Throttle' }).click();
    await page.getByRole('group', { name: 'Throttle rejections over time' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show as chart: Throttle' }).click();
  });

  it('lists the notices and opens one, with the deciding words marked', async () => {
    const { page } = started;
    await showNotices(page);
    const rows = page.getByRole('table', { name: 'Bounce notices' }).getByRole('row');
    expect(await rows.count()).toBeGreaterThan(20);
    // Sorted by a button of the library, which our styles must override in whatever order the bundler loads them.
    const sizes = await page
      .locator('th, th button')
      .evaluateAll((heads) => heads.map((each) => getComputedStyle(each).fontSize));
    expect(new Set(sizes).size).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Notice of / })
      .first()
      .click();
    const drawer = page.getByRole('dialog', { name: 'Bounce notice' });
    await drawer.getByText('Every field').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('is there again after a restart, without another scan', async () => {
    const before = await started.page.evaluate(() => window.sendwell.listAccounts());
    await started.close();
    await start();
    const { page } = started;
    await overviewShown(page);
    const after = await page.evaluate(() => window.sendwell.listAccounts());
    expect(after).toEqual(before);
    expect(await page.evaluate(() => window.sendwell.scanStatus({ accountId: 1 }))).toBeNull();
    await showNotices(page);
  });

  it('breaks no rule of the page on the way', () => {
    expect(complaints).toEqual([]);
  });
});
