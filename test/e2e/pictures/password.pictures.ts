import { describe, it } from 'vitest';
import type { GuideEvent } from '../../../app/password/guide/events.ts';
import { languages } from '../../../app/text/text.ts';
import { throttleNotice } from '../../app/scan/mails.ts';
import { nav, photograph } from './photograph.ts';
import { scanned } from './scanned.ts';

/** A password change, step by step. */
describe.each(languages)('a password change in %s', (language) => {
  it('every step, a refusal and a lockout', async () => {
    const date = new Date();
    await scanned(
      language,
      [{ raw: throttleNotice(1, date).raw, date }],
      async (started, dovecot) => {
        const { page } = started;
        await nav(page, 2).click();
        await page.locator('.sw-password-start').waitFor();
        const send = (event: GuideEvent) =>
          page.evaluate(
            (given) => window.sendwell.passwordGuide({ accountId: 1, event: given }),
            event,
          );
        /** Main's state changes behind the screen, which asks for it when it is opened. */
        const look = async (name: string) => {
          await nav(page, 0).click();
          await nav(page, 2).click();
          await page.locator('.sw-guide-task, .sw-password-start').waitFor();
          await photograph(started, `password-${name}-${language}`);
        };
        await look('start');
        const field = page.locator('.sw-judged input').first();
        await field.fill('Abcdefg1');
        await page.locator('.sw-strength[aria-busy=false]').waitFor();
        await photograph(started, `password-check-${language}`);
        await send({ type: 'start' });
        await look('1-who');
        await send({ type: 'choose-changer', changer: 'owner' });
        await send({ type: 'next', from: 'who' });
        await look('2-kind');
        await send({ type: 'choose-kind', kind: 'unknown' });
        await send({ type: 'next', from: 'kind' });
        const names =
          language === 'en'
            ? ['Phone', 'Website or server that sends']
            : ['手机', '发信的网站或服务器'];
        const clients = names.map((name, index) => ({ name, paused: index === 0, resumed: false }));
        await send({ type: 'set-clients', clients });
        await look('3-pause');
        await send({ type: 'next', from: 'pause' });
        await nav(page, 0).click();
        await nav(page, 2).click();
        await page.locator('.sw-suggestions li button').first().click();
        await page.locator('.sw-strength[aria-busy=false]').waitFor();
        await photograph(started, `password-4-choose-${language}`);
        await page.locator('.sw-choose-saved input').check();
        await page.locator('.sw-guide-task > .sw-password-deeds button').first().click();
        await page.locator('.sw-change').waitFor();
        await photograph(started, `password-5-change-${language}`);
        await page.locator('.sw-guide-task > .sw-password-deeds button').first().click();
        await page.locator('.sw-trial').waitFor();
        await photograph(started, `password-6-verify-${language}`);
        await page.locator('.sw-trial button[type=submit]').click();
        await page.locator('.sw-outcome-causes').waitFor();
        await photograph(started, `password-6-refused-${language}`);
        await send({ type: 'locked' });
        await look('6-locked');
        await send({ type: 'not-locked' });
        await send({ type: 'choose-kind', kind: 'security-password' });
        await look('6-webmail');
        dovecot.changePassword('owner@example.com', 'Zephyr9=Gravel+Tulip');
        await send({ type: 'works-in-webmail' });
        await look('7-update-security');
        await nav(page, 0).click();
        await nav(page, 2).click();
        await page.locator('.sw-trial input').first().fill('Zephyr9=Gravel+Tulip');
        await page.locator('.sw-trial button[type=submit]').click();
        await page.locator('.sw-update-done').waitFor();
        await photograph(started, `password-7-update-${language}`);
        await send({ type: 'next', from: 'update' });
        await send({ type: 'review', item: 'login-log', done: true });
        await look('8-review');
        await send({ type: 'next', from: 'review' });
        await look('9-resume');
        await send({ type: 'next', from: 'resume' });
        await look('10-done');
        await send({ type: 'leave' });
        const day = 24 * 3_600_000;
        await page.evaluate(
          (at) => window.sendwell.addPasswordChange({ accountId: 1, at }),
          Date.now() - 40 * day,
        );
        await page.evaluate(() =>
          window.sendwell.passwordChecked({ accountId: 1, compliant: true, score: 4 }),
        );
        await page.evaluate(() => window.sendwell.setPasswordRotation({ accountId: 1, months: 1 }));
        await look('after');
      },
    );
  });
});
