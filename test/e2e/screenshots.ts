import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuideEvent } from '../../app/password/guide/events.ts';
import type { Language } from '../../app/text/text.ts';
import { throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import type { Mail } from '../servers/maildir.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';

/**
 * A picture of every screen, for people to look at: each state, language, theme and size, in test/out/screens/.
 * Screens are found by their structure, since their words change with the language.
 */
const out = new URL('../out/screens/', import.meta.url).pathname;
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;

async function photograph(
  { app, page }: StartedApp,
  name: string,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const { width, height } of sizes) {
    await app.evaluate(
      ({ BrowserWindow }, [w, h]) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0),
      [width, height],
    );
    await page.waitForFunction((w) => window.innerWidth === w, width);
    await before();
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await atRest(page);
      await page.screenshot({ path: join(out, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}

/** Two frames after the last animation, so that a picture shows no half-way state. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
    await frame();
  });
}

const nav = (page: Page, index: number) => page.locator('nav button').nth(index);

beforeAll(() => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
});

describe.each<Language>(['en', 'zh-CN'])('in %s', (language) => {
  const data = temporaryData();
  afterAll(() => data.remove());

  it('the first screen, its warnings and a failed connection', async () => {
    const started = await startApp({ data: data.folder, language });
    const { page } = started;
    const submit = page.locator('form button[type=submit]');
    await submit.waitFor();
    await photograph(started, `connect-${language}`);
    await submit.click();
    await photograph(started, `connect-incomplete-${language}`);
    await page.locator('input[type=email]').fill('owner@example.com');
    await page.locator('input[type=password]').fill('not a real password');
    await chooseOwnServer(page, 'localhost', 9);
    // Asked again in each size, as somebody does who has a window of that size.
    await photograph(started, `connect-failed-${language}`, async () => {
      await submit.click();
      await page.locator('form button[type=submit]:not([data-loading])').waitFor();
      await page.getByRole('alert').first().waitFor();
    });
    expect(started.complaints).toEqual([]);
    await started.close();
  });

  it('the sample: overview, table, notices, drawer, menus', async () => {
    const started = await startApp({ data: data.folder, language, args: ['--sample'] });
    const { page } = started;
    await page.locator('.sw-totals').waitFor();
    await photograph(started, `overview-${language}`);
    await page.locator('.sw-content').evaluate((content) => {
      content.scrollTop = content.scrollHeight;
    });
    await photograph(started, `overview-below-${language}`);
    await page.locator('.sw-content').evaluate((content) => {
      content.scrollTop = 0;
    });
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

  it('a mailbox that is limited now', async () => {
    const minute = 60_000;
    const notices = Array.from({ length: 40 }, (_, index) => {
      const date = new Date(Date.now() - (20 + 2 * index) * minute);
      return { raw: throttleNotice(index, date, { code: index % 3 === 0 ? 554 : 454 }).raw, date };
    });
    await scanned(language, notices.reverse(), async (started) => {
      await started.page.locator('.sw-headline-limited .sw-countdown').waitFor();
      await photograph(started, `overview-limited-${language}`);
    });
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

describe.each<Language>(['en', 'zh-CN'])('a password change in %s', (language) => {
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

/** A mail server with these mails, read as somebody would read it. */
async function scanned(
  language: Language,
  mails: readonly Mail[],
  look: (started: StartedApp, dovecot: Dovecot) => Promise<void>,
): Promise<void> {
  const address = 'owner@example.com';
  const password = 'Correct-Horse-7';
  const data = temporaryData();
  const dovecot = await startDovecot({ users: { [address]: password } });
  dovecot.deliver(address, 'INBOX', mails);
  const started = await startApp({ data: data.folder, language });
  try {
    const { page } = started;
    await page.locator('input[type=email]').fill(address);
    await page.locator('input[type=password]').fill(password);
    await chooseOwnServer(page, 'localhost', dovecot.port);
    await chooseCaFile(started, dovecot.caFile);
    await page.locator('form button[type=submit]').click();
    await page.locator('.sw-totals').waitFor();
    await look(started, dovecot);
    expect(started.complaints).toEqual([]);
  } finally {
    await started.close();
    await dovecot.stop();
    data.remove();
  }
}

async function chooseOwnServer(page: Page, host: string, port: number): Promise<void> {
  await page.locator('form [role=combobox], form input[aria-haspopup=listbox]').first().click();
  await page.getByRole('option').last().click();
  await page.locator('.sw-own-host input').fill(host);
  await page.locator('.sw-own-port input').fill(String(port));
}
