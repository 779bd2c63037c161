import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { assertReadOnly, startProxy, type Proxy } from '../servers/proxy.ts';
import { barriers } from './accessibility.ts';
import { filesBelow, filesWith } from './files.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import {
  fillConnectForm,
  openConnectForm,
  overviewShown,
  scanEnded,
  sendConnectForm,
  showNotices,
  total,
} from './screens.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';
const hour = 3_600_000;
const data = temporaryData();
const complaints: string[] = [];
let dovecot: Dovecot;
let proxy: Proxy;
let started: StartedApp;

const login = () => ({ address, password, host: 'localhost', port: proxy.port });
const start = async (): Promise<void> => {
  started = await startApp({ data: data.folder, complaints });
};

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
  const first = Date.now() - 20 * 24 * hour;
  dovecot.deliver(
    address,
    'INBOX',
    Array.from({ length: 400 }, (_, index) => {
      const date = new Date(first + index * hour);
      const mail = index % 20 === 10 ? throttleNotice(index, date) : ordinary(index, date);
      return { raw: mail.raw, date };
    }),
  );
  proxy = await startProxy({ backend: dovecot });
  await start();
});

afterAll(async () => {
  await started.close();
  await proxy.stop();
  await dovecot.stop();
  data.remove();
});

describe('a real mailbox', () => {
  it('is asked for on a form without barriers, one step behind the first screen', async () => {
    const { page } = started;
    await openConnectForm(page);
    await page.getByRole('button', { name: 'Connect and scan' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('says what is missing instead of connecting', async () => {
    const { page } = started;
    await sendConnectForm(page);
    await page.getByText('Type the password.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('whose certificate nobody vouches for is not logged in to', async () => {
    const { page } = started;
    await fillConnectForm(page, login());
    await sendConnectForm(page);
    await page.getByText('The certificate of localhost is not trusted.').waitFor();
    await page.getByText('Sendwell test root').first().waitFor();
    expect(await page.locator('.sw-fingerprint').textContent()).toMatch(/^([0-9A-F]{2}:){31}/);
    expect(await page.locator('.sw-step-failed').textContent()).toContain('TLS');
    expect(await page.locator('.sw-step-done').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    expect(proxy.record.commands).toEqual([]);
  });

  it('that refuses the password says why that may be; the app goes on', async () => {
    const { page } = started;
    await chooseCaFile(started, proxy.caFile);
    await fillConnectForm(page, { ...login(), password: 'Wrong-Horse-8' });
    await sendConnectForm(page);
    await page.getByText('localhost refused the login.').waitFor();
    expect(proxy.record.commands.filter(({ verb }) => /^(LOGIN|AUTH)/.test(verb))).toHaveLength(1);
    await page.getByText('What it can mean, most likely first').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => window.sendwell.listAccounts())).toEqual([]);
  });

  it('is scanned, and the chart and totals show what was planted', async () => {
    const { page } = started;
    await fillConnectForm(page, login());
    await sendConnectForm(page);
    await scanEnded(page);
    expect(await total(page, 'Bounce notices')).toBe('20');
    expect(await total(page, 'Throttled')).toBe('20');
    await page.getByRole('slider', { name: 'Throttle rejections over time' }).waitFor();
    assertReadOnly(proxy.record);
  });

  it('is scanned again with the password that main still holds', async () => {
    const { page } = started;
    const mail = throttleNotice(1000, new Date());
    dovecot.deliver(address, 'INBOX', [{ raw: mail.raw, date: new Date() }]);
    await page.getByRole('button', { name: 'Scan now' }).click();
    await page.getByRole('region', { name: 'Totals' }).getByText('21').first().waitFor();
    expect(await total(page, 'Throttled')).toBe('21');
  });

  it('is there again after a restart, while the password is not', async () => {
    await started.close();
    await start();
    const { page } = started;
    await overviewShown(page);
    expect(await total(page, 'Throttled')).toBe('21');
    await showNotices(page);
    await page.getByRole('button', { name: 'Scan now' }).click();
    await page.getByText(`Type it once more to scan ${address}.`).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('leaves no secret in the data folder and breaks no rule of the page', () => {
    expect(complaints).toEqual([]);
    expect(filesWith(data.folder, password)).toEqual([]);
    expect(filesWith(data.folder, 'Wrong-Horse-8')).toEqual([]);
    expect(filesBelow(data.folder).some((path) => path.endsWith('sendwell.db'))).toBe(true);
  });
});
