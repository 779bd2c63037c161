import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { assertReadOnly, startProxy, type Proxy } from '../servers/proxy.ts';
import { barriers } from './accessibility.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm, total } from './screens.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';
const hour = 3_600_000;
const messages = 1500;
const noticeEvery = 25;
const planted = messages / noticeEvery;
const data = temporaryData();
const complaints: string[] = [];
let dovecot: Dovecot;
let proxy: Proxy;
let started: StartedApp;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
  // Ends three weeks ago, so that no throttle is fresh and the state rests on the scan alone.
  const first = Date.now() - 84 * 24 * hour;
  dovecot.deliver(
    address,
    'INBOX',
    Array.from({ length: messages }, (_, index) => {
      const date = new Date(first + index * hour);
      const mail = index % noticeEvery === 10 ? throttleNotice(index, date) : ordinary(index, date);
      return { raw: mail.raw, date };
    }),
  );
  proxy = await startProxy({ backend: dovecot, latencyMs: 300 });
  started = await startApp({ data: data.folder, complaints });
});

afterAll(async () => {
  await started.close();
  await proxy.stop();
  await dovecot.stop();
  data.remove();
});

describe('a scan of a slow server', () => {
  let keptThrottled = 0;
  const statusNow = async () => {
    const status = await started.page.evaluate(() => window.sendwell.scanStatus({ accountId: 1 }));
    return { phase: status?.phase, throttled: status?.throttled ?? 0 };
  };

  it('is cancelled in the middle; the state is not known, and what was read is kept', async () => {
    const { page } = started;
    await fillConnectForm(page, { address, password, host: 'localhost', port: proxy.port });
    await chooseCaFile(started, proxy.caFile);
    await sendConnectForm(page);
    await expect
      .poll(async () => (await statusNow()).throttled, { timeout: 60_000 })
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Cancel scan' }).click();
    await overviewShown(page);
    await page.getByText('Not known: the last scan was cancelled.').waitFor();
    const { phase, throttled } = await statusNow();
    expect(phase).toBe('cancelled');
    keptThrottled = throttled;
    expect(keptThrottled).toBeGreaterThan(0);
    expect(keptThrottled).toBeLessThan(planted);
    expect(await total(page, 'Throttled')).toBe(String(keptThrottled));
    expect(await barriers(page)).toEqual([]);
  });

  it('is still not known after a restart', async () => {
    await started.close();
    started = await startApp({ data: data.folder, complaints });
    const { page } = started;
    await page.getByText('Not known: the last scan was cancelled.').waitFor();
    expect(await total(page, 'Throttled')).toBe(String(keptThrottled));
  });

  it('finds the rest when it is scanned again', async () => {
    const { page } = started;
    proxy.setLatency(0);
    await page.getByRole('button', { name: 'Scan now' }).first().click();
    // The password does not outlive the app; the authority is remembered for the account.
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await sendConnectForm(page);
    await page.getByText(/^No throttle notice in Inbox|^Sending works again/).waitFor();
    await scanEnded(page);
    expect(await total(page, 'Throttled')).toBe(String(planted));
    assertReadOnly(proxy.record);
    expect(complaints).toEqual([]);
  });
});
