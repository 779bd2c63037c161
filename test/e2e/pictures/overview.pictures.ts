import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../../app/text/text.ts';
import { startApp, temporaryData } from '../app.ts';
import { answerWith, overviewStates } from '../made-up-answers.ts';
import { nav, photograph } from './photograph.ts';
import { scanned } from './scanned.ts';

/** The overview of the sample, its cards, its table, an episode; then every state that the sample is not in. */
describe.each(languages)('the overview in %s', (language) => {
  const data = temporaryData();
  afterAll(() => data.remove());

  it('the sample: overview, table, notices, drawer, menus', async () => {
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    const { page } = started;
    await page.locator('.sw-totals').waitFor();
    await photograph(started, `overview-${language}`);
    for (const [name, place] of [
      ['why', '.sw-why'],
      ['pace', '#pace'],
      ['where', '#where'],
      ['when', '#when'],
      ['read', '.sw-totals'],
    ] as const) {
      await photograph(started, `overview-${name}-${language}`, async () => {
        await page.locator(place).evaluate((element) => {
          element.closest('.sw-card')?.scrollIntoView();
        });
      });
    }
    await page.locator('.sw-content').evaluate((content) => {
      content.scrollTop = 0;
    });
    await page.locator('.sw-timeline .sw-chart-tools button').first().click();
    await photograph(started, `overview-table-${language}`);
    await page.locator('.sw-timeline .sw-chart-tools button').first().click();
    await page.locator('.sw-episode').first().click();
    await page.locator('.sw-line').first().waitFor();
    await photograph(started, `episode-${language}`);
    await page.keyboard.press('Escape');
    await page.locator('.sw-episode-body').waitFor({ state: 'hidden' });
    await page.locator('.sw-scope-time label').nth(2).click();
    await page.locator('.sw-bar').first().click();
    await page.locator('.sw-scope .sw-chip').nth(1).waitFor();
    await page.locator('.sw-content').evaluate((content) => {
      content.scrollTop = 0;
    });
    await photograph(started, `overview-filtered-${language}`);
    await nav(page, 1).click();
    await page.locator('.sw-scope .sw-chip').nth(1).waitFor();
    await photograph(started, `notices-filtered-${language}`);
    await page.locator('.sw-scope-clear').click();
    await nav(page, 0).click();
    await page.locator('.sw-totals').waitFor();
    await page.locator('.sw-top button').first().click();
    await page.getByRole('menu').waitFor();
    await photograph(started, `account-menu-${language}`);
    await page.keyboard.press('Escape');
    await nav(page, 1).click();
    await page.locator('.sw-notices-table tbody tr').first().waitFor();
    await photograph(started, `notices-${language}`);
    await page.locator('.sw-row-button').first().click();
    await page.getByRole('dialog').locator('.sw-notice').waitFor();
    await photograph(started, `drawer-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
  });

  it('the overview in states that the sample is not in', async () => {
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    const { page } = started;
    await page.locator('.sw-totals').waitFor();
    for (const [name, answers] of Object.entries(overviewStates(Date.now()))) {
      await nav(page, 1).click();
      await page.locator('.sw-notices').waitFor();
      await answerWith(started, answers);
      await nav(page, 0).click();
      await page
        .locator('.sw-page[role=status], .sw-page > .sw-problem, .sw-totals')
        .first()
        .waitFor();
      await photograph(started, `overview-state-${name}-${language}`);
      if (name !== 'full') continue;
      await photograph(started, `overview-state-full-where-${language}`, async () => {
        await page.locator('#where').evaluate((element) => {
          element.scrollIntoView();
        });
      });
    }
    expect(started.complaints).toEqual([]);
    await started.close();
  });

  it('an empty mailbox', async () => {
    await scanned(language, [], async (started) => {
      await started.page.locator('.sw-headline-healthy').waitFor();
      await photograph(started, `overview-empty-${language}`);
      await nav(started.page, 1).click();
      await started.page.locator('.sw-notices .sw-empty').waitFor();
      await photograph(started, `notices-empty-${language}`);
    });
  });
});
