import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary } from '../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { refuseLogin, startProxy, type Proxy } from '../servers/proxy.ts';
import { barriers } from './accessibility.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from './app.ts';
import { filesBelow } from './files.ts';
import { fillConnectForm, overviewShown, scanEnded, sendConnectForm } from './screens.ts';
import { filesHolding, holds, ipcRecord, processTraces, recordIpc } from './traces.ts';

const address = 'owner@example.com';
const before = 'Correct-Horse-7';
const after = 'Zephyr9=Gravel+Tulip';
const wrong = 'Wrong-Horse-8#x';
const data = temporaryData();
const complaints: string[] = [];
/** Of every run of the app: a crash takes the app's own record with it. */
const recorded: string[] = [];
let dovecot: Dovecot;
let proxy: Proxy;
let started: StartedApp;

const logins = () => proxy.record.commands.filter(({ verb }) => /^(LOGIN|AUTH)/.test(verb)).length;
const heading = (name: string) => started.page.getByRole('heading', { name }).waitFor();
const press = (name: string) => started.page.getByRole('button', { name, exact: true }).click();

async function open(): Promise<void> {
  started = await startApp({ data: data.folder, complaints });
  await recordIpc(started.app);
}

async function showPassword(): Promise<void> {
  await overviewShown(started.page);
  await press('Password');
}

const takeRecord = async () => recorded.push(...(await ipcRecord(started.app)));

/** Closes the app as a person does and comes back to where the guide was. */
async function restart(title: string): Promise<void> {
  await takeRecord();
  await started.close();
  await open();
  await showPassword();
  await heading(title);
}

/** No last word: as by a power cut. */
async function crash(): Promise<void> {
  await takeRecord();
  const gone = new Promise((resolve) => started.app.process().once('exit', resolve));
  started.app.process().kill('SIGKILL');
  await gone;
}

function expectNoTrace(secret: string): void {
  expect(filesHolding(data.folder, secret)).toEqual([]);
}

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: before } });
  dovecot.deliver(address, 'INBOX', [{ raw: ordinary(1, new Date()).raw, date: new Date() }]);
  proxy = await startProxy({ backend: dovecot });
  await open();
  const { page } = started;
  await fillConnectForm(page, { address, password: before, host: 'localhost', port: proxy.port });
  await chooseCaFile(started, proxy.caFile);
  await sendConnectForm(page);
  await scanEnded(page);
  await press('Password');
  await heading('Change the password, step by step');
});

afterAll(async () => {
  await started.close();
  await proxy.stop();
  await dovecot.stop();
  data.remove();
});

describe('the password in use', () => {
  it('is judged while it is typed, without barriers', async () => {
    const { page } = started;
    expect(await barriers(page)).toEqual([]);
    const field = page.getByRole('textbox', { name: 'Password in use now' });
    await field.fill('Owner1!');
    const rules = page.getByRole('list', { name: 'Alibaba Mail’s rules' });
    await rules.getByText('8 to 64 characters: not yet').waitFor();
    await rules.getByText('before the @: not yet').waitFor();
    await field.fill(before);
    await rules.getByText('8 to 64 characters: kept').waitFor();
    await page.getByText('guesses').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('leaves its verdict and nothing else', async () => {
    const { page } = started;
    await press('Check it');
    await page.getByText('Last checked').waitFor();
    expect(await page.getByRole('textbox', { name: 'Password in use now' }).inputValue()).toBe('');
    const lines = await ipcRecord(started.app);
    const holding = lines.filter((line) => line.includes(before)).map((line) => line.split(' ')[1]);
    expect(holding).toEqual(['scan:connect']);
    expect(lines.some((line) => line.startsWith('ask password:checked'))).toBe(true);
  });
});

describe('a guided change', () => {
  it('asks who changes it, with the keyboard alone', async () => {
    const { page } = started;
    await page.getByRole('button', { name: 'Start', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading('Who will change the password?');
    await page.waitForFunction(() => document.activeElement?.id === 'guide-task');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: /The owner/, checked: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await restart('Who will change the password?');
    await started.page.getByRole('radio', { name: /The owner/, checked: true }).waitFor();
    await press('Continue');
  });

  it('asks which password this app uses', async () => {
    await heading('Which password does Sendwell use for this mailbox?');
    await started.page.getByRole('radio', { name: /I do not know/ }).click();
    expect(await barriers(started.page)).toEqual([]);
    await restart('Which password does Sendwell use for this mailbox?');
    await press('Continue');
  });

  it('keeps the list of what has to pause', async () => {
    await heading('Pause everything else that signs in to this mailbox');
    await press('Phone');
    await started.page.getByRole('textbox', { name: 'Add a program' }).fill('שלום 😀 (a|b)*$');
    await press('Add');
    await started.page.getByText('2 are not paused yet').waitFor();
    await started.page.getByRole('checkbox', { name: 'Phone' }).check();
    await started.page.getByText('One is not paused yet').waitFor();
    expect(await barriers(started.page)).toEqual([]);
    await restart('Pause everything else that signs in to this mailbox');
    await started.page.getByRole('checkbox', { name: 'Phone', checked: true }).waitFor();
    await started.page.getByRole('checkbox', { name: 'שלום' }).waitFor();
    await press('Continue');
  });

  it('lets a password be chosen, saved and copied, and clears the clipboard', async () => {
    await heading('Choose the new password');
    const { page } = started;
    await press('Use: Five words');
    const field = page.getByRole('textbox', { name: 'New password' });
    expect((await field.inputValue()).length).toBeGreaterThan(16);
    await field.fill(after);
    const saved = page.getByRole('checkbox', { name: /I have saved it/ });
    const go = page.getByRole('button', { name: 'Continue' });
    expect(await go.isDisabled()).toBe(true);
    await saved.check();
    expect(await barriers(page)).toEqual([]);
    await press('Copy the new password');
    await page.getByText('Cleared in 30 seconds').waitFor();
    const clipboard = () => started.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(await clipboard()).toBe(after);
    await expect.poll(clipboard, { timeout: 40_000, interval: 1000 }).toBe('');
    await go.click();
    await heading('Change it on Alibaba’s page');
    await page.getByRole('button', { name: 'Copy the new password' }).waitFor();
  });

  it('shows the address when no browser can be opened, and asks with the host first', async () => {
    const { page, app } = started;
    await app.evaluate(({ dialog, shell }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
        asked.push(message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      shell.openExternal = (url: string) => {
        asked.push(url);
        return Promise.reject(new Error('no browser'));
      };
    });
    // The test's server stands in no table, so the site is asked for.
    await page.getByRole('combobox', { name: 'Site of this mailbox' }).click();
    await page.getByRole('option', { name: 'Singapore and international' }).click();
    await press('Open in the browser');
    await page.getByText('The browser could not be opened.').waitFor();
    await page.getByText('https://mail.sg.aliyun.com/').waitFor();
    const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked).toEqual([
      expect.stringContaining('mail.sg.aliyun.com'),
      'https://mail.sg.aliyun.com/',
    ]);
    await press('Copy the address');
    await page.getByText('Address copied').waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      'https://mail.sg.aliyun.com/',
    );
    expect(await barriers(page)).toEqual([]);
  });

  it('says after a restart that the chosen password is not stored', async () => {
    await restart('Change it on Alibaba’s page');
    await started.page.getByText('The password you chose is not stored').waitFor();
    dovecot.changePassword(address, after);
    await press('I have changed it');
    await heading('Check the new password with one sign-in');
  });

  it('does not try the old password any more', async () => {
    const { page } = started;
    proxy.forget();
    const [account] = await page.evaluate(() => window.sendwell.listAccounts());
    expect(account?.canScan).toBe(false);
    await page.evaluate(() => window.sendwell.scanAgain({ accountId: 1 }));
    expect(logins()).toBe(0);
  });

  it('tells a lost network from a refused password', async () => {
    const { page } = started;
    proxy.setFaults([{ kind: 'close-after', bytes: 0 }]);
    await page.getByRole('textbox', { name: 'New password' }).fill(after);
    await press('Sign in once');
    await page.getByText('The server could not be reached.').waitFor();
    await page.getByText('This says nothing about the password.').waitFor();
    expect(logins()).toBe(0);
    proxy.setFaults([]);
  });

  it('explains a refusal after exactly one login, and repeats none', async () => {
    const { page } = started;
    proxy.forget();
    await page.getByRole('textbox', { name: 'New password' }).fill(wrong);
    await press('Sign in once');
    await page.getByText('The server refused the sign-in.').waitFor();
    await page.getByText('A third-party client security password is on.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(logins()).toBe(1);
    await restart('Check the new password with one sign-in');
    await started.page.getByText('The server refused the sign-in.').waitFor();
    expect(logins()).toBe(1);
  });

  it('shows a lockout as a clock that goes on over a crash', async () => {
    proxy.forget();
    proxy.setFaults([refuseLogin('The account is locked, try again in an hour')]);
    await started.page.getByRole('textbox', { name: 'New password' }).fill(after);
    await press('Sign in once');
    await heading('Waiting for the lock to end');
    expect(await barriers(started.page)).toEqual([]);
    await crash();
    expectNoTrace(before);
    expectNoTrace(after);
    await open();
    await showPassword();
    await heading('Waiting for the lock to end');
    await started.page.getByText(/^5\d:\d\d$/).waitFor();
    expect(logins()).toBe(1);
    proxy.setFaults([]);
    await press('It is not locked: try now');
  });

  it('is lost by no crash while the new password stands in the field', async () => {
    await started.page.getByRole('textbox', { name: 'New password' }).fill(after);
    await crash();
    expectNoTrace(after);
    await open();
    await showPassword();
    await heading('Check the new password with one sign-in');
  });

  it('is proven with exactly one login, and the app uses the new password', async () => {
    proxy.forget();
    const { page } = started;
    await page.getByRole('textbox', { name: 'New password' }).fill(after);
    await press('Sign in once');
    await heading('Give Sendwell the password that is valid now');
    await page.getByText('Sendwell uses the new password now.').waitFor();
    expect(logins()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    for (const { name, bytes } of processTraces(started.app))
      for (const secret of [before, after])
        expect([name, holds(bytes, secret)]).toEqual([name, false]);
    await press('Scan now');
    await page.getByRole('button', { name: 'Scan now' }).waitFor();
    expect(logins()).toBe(2);
  });

  it('goes on after a crash behind the proof, and looks around', async () => {
    await crash();
    await open();
    await showPassword();
    await heading('Give Sendwell the password that is valid now');
    await press('Continue');
    await heading('Close the other ways in');
    await started.page.getByRole('checkbox', { name: /Login log/ }).check();
    expect(await barriers(started.page)).toEqual([]);
    await restart('Close the other ways in');
    await started.page.getByRole('checkbox', { name: /Login log/, checked: true }).waitFor();
    await press('Continue');
  });

  it('resumes the others one at a time and ends with its time', async () => {
    await heading('Resume the others, one at a time');
    await started.page.getByRole('checkbox', { name: 'Phone' }).check();
    expect(await barriers(started.page)).toEqual([]);
    await restart('Resume the others, one at a time');
    await started.page.getByRole('checkbox', { name: 'Phone', checked: true }).waitFor();
    await press('Continue');
    await heading('The password is changed');
    await started.page.getByText('Resume the others: שלום').waitFor();
    expect(await barriers(started.page)).toEqual([]);
    await restart('The password is changed');
    await press('Close the guide');
    await heading('Change the password, step by step');
    await started.page.getByText(/^Changed on/).waitFor();
  });

  it('leaves no trace of either password but the one call', async () => {
    await takeRecord();
    const calls = (secret: string) =>
      recorded
        .filter((line) => holds(Buffer.from(line), secret))
        .map((line) => line.split(' ', 2).join(' '));
    expect(new Set(calls(after))).toEqual(new Set(['ask password:try']));
    // Three sign-ins were asked for with it: without a network, at the lock, and the one that proved it.
    expect(calls(after)).toHaveLength(3);
    expect(calls(before)).toEqual(['ask scan:connect']);
    expect(calls(wrong)).toEqual(['ask password:try']);
    expect(recorded.length).toBeGreaterThan(30);
    for (const secret of [before, after, wrong]) expectNoTrace(secret);
    expect(await started.app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain(
      after,
    );
    expect(filesBelow(data.folder).some((path) => path.endsWith('passwords.json'))).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('the search for traces', () => {
  it('finds a secret in each of its forms', () => {
    for (const lead of ['', 'a', 'ab', 'abc'])
      for (const tail of ['', 'y', 'yz', '=xyz'])
        for (const bytes of [
          Buffer.from(lead + after + tail),
          Buffer.from(lead + after + tail, 'utf16le'),
          Buffer.from(Buffer.from(lead + after + tail).toString('base64')),
          Buffer.from(Buffer.from(lead + after + tail).toString('hex')),
          Buffer.from(encodeURIComponent(lead + after + tail)),
        ])
          expect(holds(bytes, after)).toBe(true);
    expect(holds(Buffer.from('nothing of the kind'), after)).toBe(false);
  });
});
