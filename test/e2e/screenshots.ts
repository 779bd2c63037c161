import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../app/store/sqlite.ts';
import type { GuideEvent } from '../../app/password/guide/events.ts';
import { failed, ok } from '../../app/result.ts';
import type { Language } from '../../app/text/text.ts';
import { throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import type { Mail } from '../servers/maildir.ts';
import { busy, startProxy } from '../servers/proxy.ts';
import { auditRows } from '../renderer/audit-rows.ts';
import { explanation } from '../renderer/fake-bridge.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { answerWith, overviewStates } from './made-up-answers.ts';
import { helpPictures } from './pictures/help.ts';

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
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
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
    // A skeleton's animation has no end.
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map((each) => each.finished.catch(() => undefined)));
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

  helpPictures(language, photograph);

  it('the first screen, its warnings and a failed connection', async () => {
    const started = await startApp({ data: data.folder, language });
    const { page } = started;
    const submit = page.locator('form button[type=submit]');
    await toConnectForm(page);
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
    await page.locator('.sw-connect-more summary').click();
    await page.locator('.sw-connect-more-fields input:not([type=hidden])').last().click();
    await page.getByRole('option').last().click();
    await page.locator('.sw-connect-more summary').scrollIntoViewIfNeeded();
    await photograph(started, `connect-more-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
  });

  it('each kind of connection that fails, and one that is under way', async () => {
    const address = 'owner@example.com';
    const mine = temporaryData();
    const dovecot = await startDovecot({ users: { [address]: 'Correct-Horse-7' } });
    const proxy = await startProxy({ backend: dovecot });
    const started = await startApp({ data: mine.folder, language });
    try {
      const { page } = started;
      const submit = page.locator('form button[type=submit]');
      await toConnectForm(page);
      await page.locator('input[type=email]').fill(address);
      await page.locator('input[type=password]').fill('not the password');
      await chooseOwnServer(page, 'localhost', proxy.port);
      const attempt = async () => {
        await submit.click();
        await page.locator('form button[type=submit]:not([data-loading])').waitFor();
        await page.locator('.sw-connect-outcome [role=alert]').waitFor();
        await page.locator('.sw-connect-outcome').evaluate((box) => {
          box.scrollIntoView({ block: 'start' });
        });
      };
      await photograph(started, `certificate-${language}`, attempt);
      await chooseCaFile(started, proxy.caFile);
      await photograph(started, `login-refused-${language}`, attempt);
      proxy.setFaults([busy()]);
      await photograph(started, `busy-${language}`, attempt);
      proxy.setFaults([{ kind: 'stall', at: 'LOGIN' }]);
      // Begun again for each size: the attempt ends by itself after a minute.
      await photograph(started, `connecting-${language}`, async () => {
        proxy.dropConnections();
        await page.locator('form button[type=submit]:not([data-loading])').waitFor();
        await submit.click();
        await page.locator('.sw-step-running').last().waitFor();
        await page.locator('.sw-step-done').nth(3).waitFor();
        await page.locator('.sw-connect-outcome').evaluate((box) => {
          box.scrollIntoView({ block: 'end' });
        });
      });
      proxy.dropConnections();
      await page.locator('.sw-connect-outcome [role=alert]').waitFor();
      await page.locator('.sw-own-host input').fill('mail.invalid');
      await photograph(started, `no-such-name-${language}`, attempt);
      expect(started.complaints).toEqual([]);
    } finally {
      await started.close();
      await proxy.stop();
      await dovecot.stop();
      mine.remove();
    }
  });

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

  it('a database that is damaged, kept aside, or locked', async () => {
    const own = temporaryData();
    const file = join(own.folder, 'sendwell.db');
    writeFileSync(file, 'This is no database. '.repeat(1000));
    const started = await startApp({ data: own.folder, language });
    const buttons = started.page.locator('.sw-store-actions button');
    await buttons.first().waitFor();
    await photograph(started, `database-damaged-${language}`);
    await buttons.first().click();
    await started.page.locator('.sw-store [role=status]').first().waitFor();
    await photograph(started, `database-kept-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
    const other = await openDatabase(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const locked = await startApp({ data: own.folder, language });
    await locked.page.locator('.sw-store-wait').waitFor();
    await photograph(locked, `database-locked-${language}`);
    expect(locked.complaints).toEqual([]);
    await locked.close();
    other.close();
    own.remove();
  });

  it('the settings: from the top, further down, without a tray, damaged, before deleting', async () => {
    const own = temporaryData();
    let started = await startApp({ data: own.folder, language, args: ['--sample'] });
    await started.page.locator('.sw-totals').waitFor();
    const scrolledTo = (group: number) => () =>
      started.page
        .locator('.sw-settings-group')
        .nth(group)
        .evaluate((element) => {
          element.scrollIntoView();
        });
    const open = async () => {
      await nav(started.page, 5).click();
      await started.page.locator('.sw-settings-group').last().waitFor();
    };
    await open();
    await photograph(started, `settings-${language}`);
    await started.page.evaluate(() =>
      window.sendwell.changeSettings({
        ...{ quietHours: { from: '22:00', to: '07:00' }, startAtLogin: true },
        proxy: { use: 'manual', url: 'socks5://proxy.example.com:1080', user: 'owner' },
      }),
    );
    await started.page.locator('.sw-settings-times').waitFor();
    await photograph(started, `settings-background-${language}`, scrolledTo(2));
    await photograph(started, `settings-data-${language}`, scrolledTo(4));
    await photograph(started, `settings-privacy-${language}`, scrolledTo(6));
    await started.page.locator('.sw-settings-delete').click();
    await started.page.getByRole('dialog').waitFor();
    await photograph(started, `settings-delete-${language}`);
    await started.close();
    writeFileSync(
      join(own.folder, 'sample', 'settings.json'),
      '{"version":1,"theme":5,"days":"x"}',
    );
    started = await startApp({ data: own.folder, language, args: ['--sample'] });
    await started.page.locator('.sw-totals').waitFor();
    await photograph(started, `settings-damaged-start-${language}`);
    await started.page.locator('.mantine-Notification-closeButton').click();
    await answerWith(started, {
      'settings:abilities': {
        closeToTray: 'no-tray',
        startAtLogin: null,
        notify: 'no-notifications',
      },
      'settings:change': failed(
        'settings-unwritten',
        '/home/user/settings.json',
        'ENOSPC: no space',
      ),
    });
    await open();
    await started.page.locator('.sw-settings-trouble').waitFor();
    await photograph(started, `settings-damaged-${language}`);
    await started.page.locator('.sw-settings-group').nth(2).locator('label').first().click();
    await started.page.locator('.sw-settings-group .sw-problem').waitFor();
    await photograph(started, `settings-cannot-${language}`, scrolledTo(2));
    expect(started.complaints).toEqual([]);
    await started.close();
    own.remove();
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
    await toConnectForm(page);
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

async function toConnectForm(page: Page): Promise<void> {
  await page.locator('.sw-way button').first().click();
  await page.locator('.sw-connect-form').waitFor();
}

async function chooseOwnServer(page: Page, host: string, port: number): Promise<void> {
  await page.locator('form [role=combobox], form input[aria-haspopup=listbox]').first().click();
  await page.getByRole('option').last().click();
  await page.locator('.sw-own-host input').fill(host);
  await page.locator('.sw-own-port input').fill(String(port));
}
