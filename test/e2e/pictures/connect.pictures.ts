import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../../app/text/text.ts';
import { startDovecot } from '../../servers/dovecot.ts';
import { busy, startProxy } from '../../servers/proxy.ts';
import { chooseCaFile, startApp, temporaryData } from '../app.ts';
import { photograph } from './photograph.ts';
import { chooseOwnServer, toConnectForm } from './scanned.ts';

/** Connecting: the form, each kind of failure, and one that is under way. */
describe.each(languages)('connecting in %s', (language) => {
  const data = temporaryData();
  afterAll(() => data.remove());

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
});
