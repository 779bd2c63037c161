import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { startKeyring, type Keyring } from '../servers/keyring.ts';
import { barriers } from './accessibility.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm } from './screens.ts';
import { filesHolding } from './traces.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';
let dovecot: Dovecot;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
  dovecot.deliver(address, 'INBOX', [{ raw: ordinary(1, new Date()).raw, date: new Date() }]);
});
afterAll(() => dovecot.stop());

const press = ({ page }: StartedApp, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

async function connect(started: StartedApp): Promise<void> {
  const { page } = started;
  await fillConnectForm(page, { address, password, host: 'localhost', port: dovecot.port });
  await chooseCaFile(started, dovecot.caFile);
  await sendConnectForm(page);
  await scanEnded(page);
}

/** An app that finds this keyring; a GNOME session would choose it by itself. */
const startWith = (data: string, keyring: Keyring) =>
  startApp({ data, args: ['--password-store=gnome-libsecret'], env: keyring.env });

describe('with a real keyring', () => {
  const data = temporaryData();
  const vault = join(data.folder, 'passwords.json');
  let keyring: Keyring;
  let started: StartedApp;

  beforeAll(async () => {
    keyring = await startKeyring();
    started = await startWith(data.folder, keyring);
    await connect(started);
  });
  afterAll(async () => {
    await started.close();
    await keyring.stop();
    data.remove();
  });

  it('nothing is remembered until it is asked for', async () => {
    expect(existsSync(vault)).toBe(false);
    await press(started, 'Password');
    await started.page.getByText('Off. Sendwell asks for the password').waitFor();
  });

  it('the password is remembered, encrypted with a key from the keyring', async () => {
    await press(started, 'Remember it on this computer');
    await started.page.getByText('On. The password is encrypted').waitFor();
    expect(await barriers(started.page)).toEqual([]);
    const { entries } = JSON.parse(readFileSync(vault, 'utf8')) as {
      entries: { address: string; secret: string }[];
    };
    expect(entries).toMatchObject([{ address }]);
    expect(
      Buffer.from(entries[0]?.secret ?? '', 'base64')
        .subarray(0, 3)
        .toString(),
    ).toBe('v11');
    expect(statSync(vault).mode & 0o777).toBe(0o600);
    expect(filesHolding(data.folder, password)).toEqual([]);
  });

  it('"Scan now" works after a restart, without a question', async () => {
    await started.close();
    started = await startWith(data.folder, keyring);
    await overviewShown(started.page);
    await press(started, 'Scan now');
    await started.page.getByText('just now').first().waitFor();
    await scanEnded(started.page);
  });

  it('the mailbox is watched from the start, where that was chosen', async () => {
    const choose = (watchAtStart: boolean) =>
      started.page.evaluate(
        (on) => window.sendwell.changeSettings({ watchAtStart: on }),
        watchAtStart,
      );
    await choose(true);
    await started.close();
    started = await startWith(data.folder, keyring);
    await started.page.getByText('Watching', { exact: true }).waitFor();
    await choose(false);
  });

  it('another keyring is noticed: nothing is given out and nothing is deleted', async () => {
    await started.close();
    const before = readFileSync(vault);
    const other = await startKeyring();
    const stranger = await startWith(data.folder, other);
    await overviewShown(stranger.page);
    await press(stranger, 'Password');
    await stranger.page.getByText('remembered under another keyring').waitFor();
    const [account] = await stranger.page.evaluate(() => window.sendwell.listAccounts());
    expect(account?.canScan).toBe(false);
    await stranger.close();
    await other.stop();
    expect(readFileSync(vault)).toEqual(before);
    started = await startWith(data.folder, keyring);
    await overviewShown(started.page);
    await press(started, 'Password');
    await started.page.getByText('On. The password is encrypted').waitFor();
  });

  it('it is forgotten at any time, and stays so', async () => {
    await press(started, 'Forget it');
    await started.page.getByText('Off. Sendwell asks for the password').waitFor();
    expect(readFileSync(vault, 'utf8')).not.toContain(address);
    await started.close();
    started = await startWith(data.folder, keyring);
    await overviewShown(started.page);
    const [account] = await started.page.evaluate(() => window.sendwell.listAccounts());
    expect(account?.canScan).toBe(false);
  });
});

describe('without a keyring', () => {
  const data = temporaryData();
  let started: StartedApp;

  beforeAll(async () => {
    started = await startApp({ data: data.folder });
    await connect(started);
  });
  afterAll(async () => {
    await started.close();
    data.remove();
  });

  it('remembering is not offered, the reason is said, and nothing is written', async () => {
    const { page } = started;
    await press(started, 'Password');
    await page.getByText('Not offered here: this system has no keyring').waitFor();
    expect(await page.getByRole('button', { name: 'Remember it on this computer' }).count()).toBe(
      0,
    );
    const answer = await page.evaluate(() =>
      window.sendwell.rememberPassword({ accountId: 1, on: true }),
    );
    expect(answer).toMatchObject({ ok: true, value: { remember: { problem: 'no-keyring' } } });
    expect(existsSync(join(data.folder, 'passwords.json'))).toBe(false);
    expect(filesHolding(data.folder, password)).toEqual([]);
  });
});
