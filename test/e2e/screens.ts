import type { Page } from 'playwright-core';

/** How a person finds their way, by the words on the screen (English). */
export const overviewShown = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Throttle rejections over time' }).waitFor();
};

/** The first scan's screen is gone, or a later one's progress: nothing runs any more. */
export async function scanEnded(page: Page): Promise<void> {
  await overviewShown(page);
  await page.getByRole('button', { name: 'Scan now' }).waitFor();
}

export async function showNotices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Notices', exact: true }).click();
  await page.getByRole('table', { name: 'Bounce notices' }).waitFor();
}

export interface Login {
  readonly address: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
}

/** The first screen of a window without an account, with its ways in. */
export const welcomeShown = async (page: Page): Promise<void> => {
  await page.getByRole('region', { name: 'Connect a mailbox' }).waitFor();
};

/** From the first screen to the form; nothing where the form is shown already. */
export async function openConnectForm(page: Page): Promise<void> {
  const way = page.getByRole('region', { name: 'Connect a mailbox' });
  const form = page.locator('.sw-connect-form');
  await way.or(form).first().waitFor();
  if (await way.isVisible()) await way.getByRole('button').click();
  await form.waitFor();
}

/** Fills the connect form for a server of one's own; does not send it. */
export async function fillConnectForm(page: Page, login: Login): Promise<void> {
  await openConnectForm(page);
  await page.getByRole('textbox', { name: 'Mailbox address' }).fill(login.address);
  await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
  const host = page.getByRole('textbox', { name: 'IMAP host' });
  if (!(await host.isVisible())) {
    await page.getByRole('combobox', { name: 'Mail server' }).click();
    await page.getByRole('option', { name: 'Another server' }).click();
  }
  await host.fill(login.host);
  await page.getByRole('textbox', { name: 'Port' }).fill(String(login.port));
}

export async function sendConnectForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect and scan' }).click();
}

/** The figure below a word of the overview's totals. */
export async function total(page: Page, name: string): Promise<string | null> {
  const totals = page.getByRole('region', { name: 'Totals' });
  return totals
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .textContent();
}
