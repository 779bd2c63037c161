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

/** Fills the connect form for a server of one's own; does not send it. */
export async function fillConnectForm(page: Page, login: Login): Promise<void> {
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
