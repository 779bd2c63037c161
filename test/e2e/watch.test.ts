import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { assertReadOnly, linesOf, startProxy, type Proxy } from '../servers/proxy.ts';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm, total } from './screens.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';
const data = temporaryData();
const complaints: string[] = [];
let dovecot: Dovecot;
let proxy: Proxy;
let started: StartedApp;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
  const date = new Date(Date.now() - 3 * 24 * 3_600_000);
  dovecot.deliver(address, 'INBOX', [{ raw: ordinary(1, date).raw, date }]);
  proxy = await startProxy({ backend: dovecot });
  started = await startApp({ data: data.folder, complaints });
});

afterAll(async () => {
  await started.close();
  await proxy.stop();
  await dovecot.stop();
  data.remove();
});

const theSwitch = () => started.page.getByRole('switch', { name: 'Watch' });
/** The person clicks what is seen of it: its label. */
const switchIt = () => started.page.locator('.sw-watch label').last().click();

describe('a watched mailbox', () => {
  it('asks for the authority where the certificate is shown, and goes on from there', async () => {
    const { app, page } = started;
    await fillConnectForm(page, { address, password, host: 'localhost', port: proxy.port });
    await sendConnectForm(page);
    await page.locator('.sw-fingerprint').waitFor();
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, proxy.caFile);
    await page.getByRole('button', { name: 'Choose the authority’s file (PEM)' }).click();
    await scanEnded(page);
    expect(linesOf(proxy.record, 'LOGIN')).toHaveLength(1);
  });

  it('shows a notice that arrives while the window is open', async () => {
    const { page } = started;
    await switchIt();
    await page.getByText('Watching', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const date = new Date();
    dovecot.deliver(address, 'INBOX', [{ raw: throttleNotice(2, date).raw, date }]);
    await page.getByText(/^Sending is limited/).waitFor();
    expect(await total(page, 'Throttled')).toBe('1');
    await page.getByText('Watching', { exact: true }).waitFor();
  });

  it('is no longer watched when that is switched off, or after a restart', async () => {
    const { page } = started;
    await switchIt();
    await page.getByText('Not watched').waitFor();
    await switchIt();
    await page.getByText('Watching', { exact: true }).waitFor();
    await started.close();
    started = await startApp({ data: data.folder, complaints });
    await overviewShown(started.page);
    expect(await theSwitch().isChecked()).toBe(false);
  });

  it('asks to sign in first then, and does not ask for the authority again', async () => {
    const { page } = started;
    await switchIt();
    await page.getByText(`Type it once more to scan ${address}.`).waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await sendConnectForm(page);
    await scanEnded(page);
    assertReadOnly(proxy.record);
    expect(complaints).toEqual([]);
  });
});
