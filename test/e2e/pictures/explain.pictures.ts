import { afterAll, describe, expect, it } from 'vitest';
import { failed, ok } from '../../../app/result.ts';
import { languages } from '../../../app/text/text.ts';
import { explanation } from '../../renderer/fake-bridge.ts';
import { startApp, temporaryData } from '../app.ts';
import { answerWith } from '../made-up-answers.ts';
import { nav, photograph } from './photograph.ts';

/** Explaining pasted text and dropped files. */
describe.each(languages)('explaining in %s', (language) => {
  const data = temporaryData();
  afterAll(() => data.remove());

  it('explaining: empty, a verdict, dropped files, nothing found, failed', async () => {
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    const { page } = started;
    await page.locator('.sw-totals').waitFor();
    await nav(page, 4).click();
    await page.locator('textarea').first().waitFor();
    await photograph(started, `explain-${language}`);
    const explain = page.locator('.sw-explain-actions button').first();
    await page.locator('textarea').first().fill('250 OK');
    await explain.click();
    await page.locator('#verdict').waitFor();
    await photograph(started, `explain-nothing-${language}`);
    const clear = page.locator('.sw-explain-clear');
    for (const [name, value] of [
      ['verdict', explanation()],
      ['files', explanation({ problems: [failed('file-unreadable', 'damaged.eml').problem] })],
    ] as const) {
      await clear.click();
      await answerWith(started, {
        'explain:text': ok(value),
        'explain:files': ok(value),
        'explain:choose': ['/home/user/mail'],
      });
      if (name === 'files') await page.locator('.sw-explain-actions button').nth(1).click();
      else {
        await page.locator('textarea').first().fill('454 Transient reject by behaviour spam');
        await explain.click();
      }
      await page.locator('.sw-explained').waitFor();
      await photograph(started, `explain-${name}-${language}`);
    }
    await clear.click();
    await answerWith(started, { 'explain:text': failed('internal') });
    await page.locator('textarea').first().fill('454 Transient reject by behaviour spam');
    await explain.click();
    await page.getByRole('alert').waitFor();
    await photograph(started, `explain-failed-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
  });
});
