import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { account } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

/** Without an account, until one is connected or the sample is opened. */
function showEmpty(override: Partial<Bridge> = {}, language: 'en' | 'zh-CN' = 'en') {
  let accounts: ReturnType<typeof account>[] = [];
  const come = () => {
    accounts = [account()];
    return Promise.resolve(ok({ accountId: 1 }));
  };
  return show(
    {
      listAccounts: () => Promise.resolve(accounts),
      connect: come,
      scanSample: come,
      ...override,
    },
    language,
  );
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => userEvent.click(await button(name));

describe('the first run', () => {
  test.each(['en', 'zh-CN'] as const)(
    'offers three ways in and says what happens, %s',
    async (language) => {
      showEmpty({}, language);
      await screen.findByRole('heading', { level: 1 });
      expect(document.querySelectorAll('.sw-way')).toHaveLength(3);
      expect(document.querySelectorAll('.sw-facts li')).toHaveLength(5);
      expect(await findings()).toEqual([]);
    },
  );

  test('leads to the form and back', async () => {
    showEmpty();
    await press('Connect a mailbox');
    expect(await screen.findByLabelText('Mailbox address')).toBeTruthy();
    await press('Back');
    expect(await screen.findByRole('region', { name: 'Open mail files' })).toBeTruthy();
  });

  test('explains chosen files at once', async () => {
    const { bridge } = showEmpty();
    await press('Choose a folder');
    await screen.findByRole('heading', { level: 2, name: /^Throttled: 2 of 2/ });
    expect(bridge.calls).toContainEqual(['explainFiles', { paths: ['/home/user/mail'] }]);
    expect(await findings()).toEqual([]);
  });

  test('offers to connect before files join a history, and comes back to them', async () => {
    const { bridge } = showEmpty();
    await press('Choose a folder');
    await screen.findByRole('heading', { level: 2, name: /^Throttled: 2 of 2/ });
    const card = screen.getByRole('region', { name: 'Add to a mailbox’s history' });
    await userEvent.click(within(card).getByRole('button', { name: 'Connect a mailbox' }));
    await userEvent.type(await screen.findByLabelText('Mailbox address'), 'owner@example.cn');
    await userEvent.type(screen.getByLabelText('Password'), 'made-up-password');
    await userEvent.tab();
    await screen.findByText(/Found from the domain/);
    await press('Connect and scan');
    // Back at the result that waited, now with the account to add it to.
    await press('Add');
    expect(bridge.calls).toContainEqual([
      'importFiles',
      { accountId: 1, paths: ['/home/user/mail'] },
    ]);
  });

  test('takes files that are dropped, on the form too', async () => {
    const { bridge } = showEmpty();
    await press('Connect a mailbox');
    await screen.findByLabelText('Mailbox address');
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const files = [new File(['454'], 'smtp.log')];
    Object.assign(event, { dataTransfer: { types: ['Files'], files, dropEffect: 'none' } });
    act(() => {
      window.dispatchEvent(event);
    });
    await screen.findByRole('heading', { level: 2, name: /^Throttled: 2 of 2/ });
    expect(bridge.calls).toContainEqual(['explainFiles', { paths: ['/home/user/smtp.log'] }]);
  });

  test('goes nowhere when no file was chosen', async () => {
    const { bridge } = showEmpty({ chooseMailFiles: () => Promise.resolve([]) });
    await press('Choose files');
    await waitFor(() => {
      expect(bridge.calls.some(([name]) => name === 'chooseMailFiles')).toBe(true);
    });
    expect(screen.getByRole('region', { name: 'Open mail files' })).toBeTruthy();
  });

  test('opens the sample, or says why not', async () => {
    showEmpty();
    await press('Open the sample');
    expect(await screen.findByRole('heading', { name: /over time/ })).toBeTruthy();
    cleanup();
    showEmpty({ scanSample: () => Promise.resolve(failed('disk-full')) });
    await press('Open the sample');
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  test('explains what the app was opened with', async () => {
    showEmpty({ takeOpenedFiles: () => Promise.resolve(['/mail/notice.eml']) });
    await screen.findByRole('heading', { level: 2, name: /^Throttled: 2 of 2/ });
    const nav = within(screen.getByRole('navigation', { name: 'Screens' }));
    expect(nav.getByRole('button', { name: 'Explain' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('without an account', () => {
  test('every screen says what it needs and leads on', async () => {
    showEmpty();
    await press('Help');
    for (const [name, sentence] of [
      ['Notices', 'The notices stand in a mailbox.'],
      ['Password', 'A password belongs to a mailbox.'],
      ['Audit', 'An audit compares mailboxes.'],
    ] as const) {
      await press(name);
      expect(await screen.findByText(sentence)).toBeTruthy();
      const main = within(screen.getByRole('main'));
      expect(main.getByRole('button', { name: 'Connect a mailbox' })).toBeTruthy();
      expect(main.getByRole('button', { name: 'Open the sample' })).toBeTruthy();
    }
    expect(await findings()).toEqual([]);
    await press('Overview');
    expect(await screen.findByRole('region', { name: 'Look at the sample' })).toBeTruthy();
  });

  test('pasted text is explained', async () => {
    showEmpty();
    await press('Help');
    await press('Explain');
    await userEvent.click(screen.getByRole('textbox', { name: 'Error text or log' }));
    await userEvent.paste('454 Transient reject by behaviour spam');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { level: 2, name: /^Throttled: 2 of 2/ });
  });
});

test('files can join the history of an account that is not the shown one', async () => {
  const accounts = [account(), account({ id: 2, address: 'other@example.com', lastScanAt: 1 })];
  const { bridge } = show({ listAccounts: () => Promise.resolve(accounts) });
  await press('Explain');
  await press('Choose files');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Account to add to' }));
  await userEvent.click(await screen.findByRole('option', { name: 'other@example.com' }));
  await press('Add');
  expect(bridge.calls).toContainEqual([
    'importFiles',
    { accountId: 2, paths: ['/home/user/mail'] },
  ]);
});
