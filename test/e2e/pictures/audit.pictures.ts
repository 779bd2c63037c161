import { afterAll, describe, expect, it } from 'vitest';
import { ok } from '../../../app/result.ts';
import { languages } from '../../../app/text/text.ts';
import { auditRows } from '../../renderer/audit-rows.ts';
import { startApp, temporaryData } from '../app.ts';
import { answerWith } from '../made-up-answers.ts';
import { nav, photograph } from './photograph.ts';

/** The audit screen with many accounts. */
describe.each(languages)('the audit in %s', (language) => {
  const data = temporaryData();
  afterAll(() => data.remove());

  it('the audit: many accounts, by domain, under way, its report', async () => {
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    const { app, page } = started;
    await page.locator('.sw-totals').waitFor();
    await answerWith(started, { 'audit:list': ok(auditRows(240, Date.now())) });
    await nav(page, 3).click();
    await page.locator('.sw-audit-table tbody tr').first().waitFor();
    await photograph(started, `audit-${language}`);
    await page.locator('.sw-audit-group input').check();
    await photograph(started, `audit-domains-${language}`);
    await page.locator('.sw-audit-actions button').last().click();
    await page.getByRole('dialog').waitFor();
    await photograph(started, `audit-report-${language}`);
    await page.keyboard.press('Escape');
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('audit:progress', {
        ...{ running: true, done: 31, total: 206, failed: 2 },
      });
    });
    await page.locator('.sw-filters input').first().fill('nobody');
    await photograph(started, `audit-scanning-none-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
  });
});
