import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../app/result.ts';
import { root } from '../../../app/toolchain/paths.ts';
import { auditRows } from '../../renderer/audit-rows.ts';
import { startApp, temporaryData } from '../app.ts';
import { answerWith } from '../made-up-answers.ts';
import { atRest, nav, resize } from './photograph.ts';

/** `npm run screenshots -- --readme` writes to docs/pictures; in a usual run they lie beside the others. */
const out = process.env['SENDWELL_README']
  ? join(root, 'docs', 'pictures')
  : join(root, 'test', 'out', 'screens');

/** The README's four, from the sample, in English and light, in a window of 1280 × 800. */
describe('the README', () => {
  it('shows the overview, an episode, the password page and the audit', async () => {
    mkdirSync(out, { recursive: true });
    const data = temporaryData();
    const started = await startApp({ data: data.folder, args: ['--sample'] });
    const { page } = started;
    const take = async (name: string): Promise<void> => {
      await atRest(page);
      await page.screenshot({ path: join(out, `readme-${name}.png`) });
    };
    try {
      await page.locator('.sw-totals').waitFor();
      await resize(started, 1280, 800);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.locator('html[data-mantine-color-scheme=light]').waitFor();
      await take('overview');
      await page.locator('.sw-episode').first().click();
      await page.locator('.sw-line').first().waitFor();
      await take('episode');
      await page.keyboard.press('Escape');
      await page.locator('.sw-episode-body').waitFor({ state: 'hidden' });
      await nav(page, 2).click();
      await page.locator('.sw-judged input').first().fill('Abcdefg1');
      await page.locator('.sw-strength[aria-busy=false]').waitFor();
      await take('password');
      await answerWith(started, { 'audit:list': ok(auditRows(240, Date.now())) });
      await nav(page, 3).click();
      await page.locator('.sw-audit-table tbody tr').first().waitFor();
      await take('audit');
      expect(started.complaints).toEqual([]);
    } finally {
      await started.close();
      data.remove();
    }
  });
});
