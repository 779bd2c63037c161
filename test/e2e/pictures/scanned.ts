import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../app/text/text.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import type { Mail } from '../../servers/maildir.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from '../app.ts';

/** A mail server with these mails, read as somebody would read it. */
export async function scanned(
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

/** From the first screen; found by structure, since words change with the language. */
export async function toConnectForm(page: Page): Promise<void> {
  await page.locator('.sw-way button').first().click();
  await page.locator('.sw-connect-form').waitFor();
}

export async function chooseOwnServer(page: Page, host: string, port: number): Promise<void> {
  await page.locator('form [role=combobox], form input[aria-haspopup=listbox]').first().click();
  await page.getByRole('option').last().click();
  await page.locator('.sw-own-host input').fill(host);
  await page.locator('.sw-own-port input').fill(String(port));
}
