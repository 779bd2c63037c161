import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { failed } from '../../../app/result.ts';
import { account, watchStatus } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

const theSwitch = () => screen.findByRole('switch', { name: 'Watch' });

describe('the watch', () => {
  test('is off at first, is switched on and off, and says what it does', async () => {
    const { bridge } = show();
    expect(await theSwitch()).toHaveProperty('checked', false);
    await userEvent.click(await theSwitch());
    expect(bridge.calls.find(([name]) => name === 'setWatch')?.[1]).toEqual({
      accountId: 1,
      on: true,
    });
    act(() => bridge.watch(watchStatus()));
    expect(await theSwitch()).toHaveProperty('checked', true);
    expect(screen.getByText('Watching')).toBeTruthy();
    await userEvent.hover(screen.getByText('Watching'));
    expect((await screen.findByRole('tooltip')).textContent).toContain('12 messages read since');
    await userEvent.click(await theSwitch());
    expect(bridge.calls.filter(([name]) => name === 'setWatch').at(-1)?.[1]).toMatchObject({
      on: false,
    });
    expect(await findings()).toEqual([]);
  });

  test('asks to sign in where main holds no password', async () => {
    const { bridge } = show({ listAccounts: () => Promise.resolve([account({ canScan: false })]) });
    await userEvent.click(await theSwitch());
    await screen.findByText(/Type it once more to scan/);
    expect(bridge.calls.some(([name]) => name === 'setWatch')).toBe(false);
  });

  test('that stopped at a refused login says so, with the reasons and the way back in', async () => {
    const { bridge } = show();
    await theSwitch();
    const { problem } = failed('login-refused', 'imap.qiye.aliyun.com', 'NO');
    act(() => bridge.watch(watchStatus({ state: 'stopped', problem })));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('refused the login');
    expect(await theSwitch()).toHaveProperty('checked', false);
    await userEvent.click(within(alert).getByRole('button', { name: 'Open webmail' }));
    expect(bridge.calls.find(([name]) => name === 'openLink')?.[1]).toEqual({
      link: 'alibaba-webmail',
      accountId: 1,
    });
    await userEvent.click(within(alert).getByRole('button', { name: 'Sign in again' }));
    await screen.findByText(/Type it once more to scan/);
  });

  test('is no part of the sample', async () => {
    show({ listAccounts: () => Promise.resolve([account({ sample: true })]) });
    await screen.findByRole('button', { name: 'Scan now' });
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('what is read', () => {
  const open = async () => {
    await userEvent.click(await screen.findByRole('button', { name: /Switch or add an account/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'What is read' }));
    return screen.findByRole('dialog');
  };

  test('shows the folders with their roles, and saves what was chosen', async () => {
    const { bridge } = show();
    const dialog = await open();
    const archive = await within(dialog).findByRole('checkbox', { name: 'Archive/2025' });
    expect(within(dialog).getByRole('checkbox', { name: 'Inbox' })).toHaveProperty('checked', true);
    expect(within(dialog).getByText(/for the sending pace/)).toBeTruthy();
    expect(await findings()).toEqual([]);
    await userEvent.click(archive);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(bridge.calls.find(([name]) => name === 'setReading')?.[1]).toEqual({
      accountId: 1,
      days: 90,
      folders: ['INBOX', '垃圾邮件', 'Archive/2025'],
    });
  });

  test('keeps the usual choice as such, and saves nothing without a folder', async () => {
    const { bridge } = show();
    const dialog = await open();
    const inbox = await within(dialog).findByRole('checkbox', { name: 'Inbox' });
    const junk = within(dialog).getByRole('checkbox', { name: '垃圾邮件' });
    await userEvent.click(inbox);
    await userEvent.click(junk);
    expect(within(dialog).getByText('Choose at least one folder.')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await userEvent.click(inbox);
    await userEvent.click(junk);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(bridge.calls.find(([name]) => name === 'setReading')?.[1]).toMatchObject({
      folders: null,
    });
  });
});
