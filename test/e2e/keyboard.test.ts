import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { overviewShown, scanEnded, welcomeShown } from './screens.ts';

/** From connecting to changing the password with the keys alone; any click would end the test. */
const address = 'owner@example.com';
const password = 'Correct-Horse-7';
const data = temporaryData();
let dovecot: Dovecot;
let started: StartedApp;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
  const date = new Date(Date.now() - 2 * 24 * 3_600_000);
  dovecot.deliver(
    address,
    'INBOX',
    Array.from({ length: 5 }, (_, n) => ({ raw: throttleNotice(n, date).raw, date })),
  );
  started = await startApp({ data: data.folder });
  await started.page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    // A key on a button makes a click too, which has no place; only a pointer's has.
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(type, () => (counted.clicks += 1), true);
  });
});
afterAll(async () => {
  await started.close();
  await dovecot.stop();
  data.remove();
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = (element as HTMLInputElement | null)?.labels;
    return (
      element?.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      element?.textContent ??
      ''
    ).trim();
  });

/** Goes on with Tab until the focus is on what has this name; it must be seen there. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (name.test(await focused(page))) {
      expect(await ringed(page), `focus is not seen on ${String(name)}`).toBe(true);
      return;
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

/** Whether the focused element, or what is drawn for it, wears an outline or a ring. */
const ringed = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const near = [element, element.parentElement, element.nextElementSibling].filter(
      (each): each is HTMLElement => each instanceof HTMLElement,
    );
    return near.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
  });

describe('with the keys alone', () => {
  it('connects to a server of one’s own and scans', async () => {
    const { app, page } = started;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, dovecot.caFile);
    await welcomeShown(page);
    await tabTo(page, /^Connect a mailbox$/);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Mailbox address' }).waitFor();
    await tabTo(page, /^Mailbox address/);
    await page.keyboard.type(address);
    await tabTo(page, /^Password/);
    await page.keyboard.type(password);
    await tabTo(page, /^Mail server/);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Another server' }).waitFor();
    const chosen = page.locator('[role=option][data-combobox-selected]', {
      hasText: 'Another server',
    });
    for (let step = 0; step < 20 && (await chosen.count()) === 0; step += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, /^IMAP host/);
    await page.keyboard.type('localhost');
    await tabTo(page, /^Port/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(dovecot.port));
    await tabTo(page, /^Choose/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Connect and scan/);
    await page.keyboard.press('Enter');
    await scanEnded(page);
  });

  it('reads the timeline, zooms it, and shows it as a table', async () => {
    const { page } = started;
    await overviewShown(page);
    const slider = page.getByRole('slider', { name: 'Throttle rejections over time' });
    await tabTo(page, /^Throttle rejections over time$/);
    await page.keyboard.press('End');
    const last = await slider.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(last);
    await page.keyboard.press('+');
    await page.getByRole('button', { name: /^Remove: / }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('All rejections, whole time').waitFor();
    await tabTo(page, /^Show as table: Throttle rejections/, true);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Throttle rejections over time' }).waitFor();
    await page.keyboard.press('Enter');
    await slider.waitFor();
  });

  it('opens an episode and a notice, and is where it was when they close', async () => {
    const { page } = started;
    await tabTo(page, /^Open the episode of/);
    const before = await focused(page);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe(before);
    await tabTo(page, /^Notices$/, true);
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Bounce notices' }).waitFor();
    await page.keyboard.press('Tab');
    await page.evaluate(() => document.querySelector<HTMLElement>('.sw-row-button')?.focus());
    const row = await focused(page);
    await page.keyboard.press('Enter');
    await drawer.waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe(row);
  });

  it('begins a password change, and answers the first question', async () => {
    const { page } = started;
    await tabTo(page, /^Password$/, true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Start/ }).first().waitFor();
    await tabTo(page, /Start/);
    await page.keyboard.press('Enter');
    await page.locator('.sw-guide-task').waitFor();
    await page.keyboard.press('Tab');
    await page.locator('.sw-guide-task input[type=radio]').first().waitFor();
    for (let step = 0; step < 30; step += 1) {
      const radio = await page.evaluate(() => document.activeElement?.getAttribute('type'));
      if (radio === 'radio') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    expect(await page.locator('.sw-guide-task input:checked').count()).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(0);
    expect(started.complaints).toEqual([]);
  });
});
