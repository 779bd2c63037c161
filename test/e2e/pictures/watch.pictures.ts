import { describe, it } from 'vitest';
import { languages } from '../../../app/text/text.ts';
import { throttleNotice } from '../../app/scan/mails.ts';
import { photograph } from './photograph.ts';
import { scanned } from './scanned.ts';

/** A mailbox that is limited now: its countdown, being watched, what of it is read. */
describe.each(languages)('watching in %s', (language) => {
  it('a mailbox that is limited now', async () => {
    const minute = 60_000;
    const notices = Array.from({ length: 40 }, (_, index) => {
      const date = new Date(Date.now() - (20 + 2 * index) * minute);
      return { raw: throttleNotice(index, date, { code: index % 3 === 0 ? 554 : 454 }).raw, date };
    });
    await scanned(language, notices.reverse(), async (started) => {
      await started.page.locator('.sw-headline-limited .sw-countdown').waitFor();
      await photograph(started, `overview-limited-${language}`);
      const { page } = started;
      await page.locator('.sw-watch label').last().click();
      await page
        .locator('.sw-watch-state')
        .filter({ hasText: /^(Watching|关注中)$/ })
        .waitFor();
      await page.locator('.sw-watch').hover();
      await page.getByRole('tooltip').waitFor();
      await photograph(started, `watching-${language}`, () => page.locator('.sw-watch').hover());
      await page.locator('.sw-account').click();
      await page.getByRole('menuitem').nth(1).click();
      await page.locator('.sw-reading-folders li').first().waitFor();
      await photograph(started, `reading-${language}`);
      await page.keyboard.press('Escape');
    });
  });
});
