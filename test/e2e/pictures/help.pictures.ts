import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../app/text/text.ts';
import { throttleNotice } from '../../app/scan/mails.ts';
import { startApp, temporaryData } from '../app.ts';
import { nav, photograph } from './photograph.ts';

/** The first run, the window without an account, help with what stands below it, and the sheet of shortcuts. */
describe.each(languages)('first run and help in %s', (language) => {
  it('the first run and the window without an account', async () => {
    const data = temporaryData();
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-files-'));
    const file = join(folder, 'notice.eml');
    writeFileSync(file, throttleNotice(1, new Date()).raw);
    const started = await startApp({ data: data.folder, language });
    try {
      const { app, page } = started;
      await page.locator('.sw-way').first().waitFor();
      await photograph(started, `welcome-${language}`);
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, file);
      await page.locator('.sw-way').nth(1).locator('button').first().click();
      await page.locator('.sw-import').waitFor();
      await photograph(started, `explain-no-account-${language}`);
      await nav(page, 2).click();
      await page.locator('.sw-empty').waitFor();
      await photograph(started, `needs-account-${language}`);
      await nav(page, 0).click();
      await page.locator('.sw-way').first().waitFor();
      await photograph(started, `welcome-in-shell-${language}`);
      expect(started.complaints).toEqual([]);
    } finally {
      await started.close();
      data.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('help, about, diagnostics, shortcuts, a tip', async () => {
    const data = temporaryData();
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    try {
      const { page } = started;
      await page.locator('.sw-totals').waitFor();
      await page.locator('#episodes .sw-term-sign').click();
      await page.locator('.sw-term-text').waitFor();
      await photograph(started, `term-${language}`, async () => {
        await page.locator('#episodes').scrollIntoViewIfNeeded();
      });
      await page.keyboard.press('Escape');
      await page.locator('.sw-content').evaluate((content) => {
        content.scrollTop = 0;
      });
      await page.keyboard.press('F1');
      await page.locator('.sw-sheet').waitFor();
      await photograph(started, `shortcuts-${language}`);
      await page.keyboard.press('Escape');
      await page.locator('.sw-sheet').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+6');
      await page.locator('.sw-help').waitFor();
      await photograph(started, `help-${language}`);
      await photograph(started, `help-words-${language}`, async () => {
        await page.locator('#help-words').evaluate((section) => section.scrollIntoView());
      });
      await page.locator('#help-about button').nth(2).click();
      await page.locator('.sw-licence').nth(2).click();
      await photograph(started, `about-${language}`, async () => {
        await page.locator('#help-about').evaluate((section) => section.scrollIntoView());
      });
      await page.locator('#help-about button').first().click();
      await page.locator('.sw-diagnostics-text').waitFor();
      await photograph(started, `diagnostics-${language}`);
      await page.keyboard.press('Escape');
      await page.locator('.sw-diagnostics').waitFor({ state: 'hidden' });
      await page.locator('.sw-help-search input').fill('zzz');
      await page.locator('.sw-empty').waitFor();
      await photograph(started, `help-none-${language}`);
      expect(started.complaints).toEqual([]);
    } finally {
      await started.close();
      data.remove();
    }
  });
});
