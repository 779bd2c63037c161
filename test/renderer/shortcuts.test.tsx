import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { shortcuts, type WindowAction, windowActions } from '../../app/api/shortcuts.ts';
import { createText } from '../../app/text/text.ts';
import { account } from './fake-bridge.ts';
import { findings, show } from './show.tsx';

afterEach(cleanup);

const ready = () => screen.findByRole('heading', { name: /over time/ });
const current = () =>
  screen.getByRole('navigation', { name: 'Screens' }).querySelector('[aria-current=page]')
    ?.textContent;
const asked = (bridge: ReturnType<typeof show>['bridge'], name: string) =>
  bridge.calls.some(([each]) => each === name);

/** What shows that an action was done. */
const done: Record<WindowAction, (bridge: ReturnType<typeof show>['bridge']) => unknown> = {
  overview: () => current() === 'Overview',
  notices: () => current() === 'Notices',
  password: () => current() === 'Password',
  audit: () => current() === 'Audit',
  explain: () => current() === 'Explain',
  settings: () => current() === 'Settings',
  help: () => current() === 'Help',
  scan: (bridge) => asked(bridge, 'scanAgain'),
  search: () => document.activeElement?.getAttribute('type') === 'search',
  'open-files': (bridge) => asked(bridge, 'explainFiles'),
  'add-account': () => screen.queryByLabelText('Mailbox address'),
  'switch-account': () => screen.queryByRole('menu'),
  'zoom-in': (bridge) => bridge.calls.some((call) => call[0] === 'zoom' && call[1] === 'in'),
  'zoom-out': (bridge) => bridge.calls.some((call) => call[0] === 'zoom' && call[1] === 'out'),
  'zoom-reset': (bridge) => bridge.calls.some((call) => call[0] === 'zoom' && call[1] === 'reset'),
  shortcuts: () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' }),
};

function press(action: WindowAction) {
  const keys = shortcuts.find(({ id }) => id === action)?.keys[0];
  const { mod = false, shift = false, key = '' } = keys ?? {};
  const event = new KeyboardEvent('keydown', {
    ...{ key, ctrlKey: mod, shiftKey: shift, bubbles: true, cancelable: true },
  });
  act(() => {
    document.body.dispatchEvent(event);
  });
  return event;
}

describe('each shortcut acts,', () => {
  test.each(windowActions)('%s', async (action) => {
    const { bridge } = show();
    await ready();
    if (action === 'overview') press('help');
    expect(press(action).defaultPrevented).toBe(true);
    await waitFor(() => {
      expect(done[action](bridge)).toBeTruthy();
    });
  });

  test('and so does the menu’s entry', async () => {
    const { bridge } = show();
    await ready();
    act(() => {
      bridge.choose('explain');
    });
    expect(current()).toBe('Explain');
  });
});

describe('a shortcut', () => {
  test('does nothing to what is typed, and not under a dialog', async () => {
    show();
    await ready();
    press('explain');
    await userEvent.click(await screen.findByRole('textbox', { name: 'Error text or log' }));
    await userEvent.keyboard('what?');
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => {
      (document.activeElement as HTMLElement).blur();
    });
    press('shortcuts');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    press('notices');
    expect(current()).toBe('Explain');
  });

  test('does not leave a form that is being filled in', async () => {
    show();
    await ready();
    press('add-account');
    await userEvent.type(await screen.findByLabelText('Mailbox address'), 'owner@example.cn');
    press('notices');
    expect(screen.getByLabelText('Mailbox address')).toHaveProperty('value', 'owner@example.cn');
  });

  test('works while there is no account', async () => {
    const { bridge } = show({ listAccounts: () => Promise.resolve([]) });
    await screen.findByRole('region', { name: 'Open mail files' });
    press('scan');
    press('explain');
    expect(await screen.findByRole('heading', { name: 'Explain an error' })).toBeTruthy();
    expect(asked(bridge, 'scanAgain')).toBe(false);
  });

  test('of the account menu opens it for the keyboard', async () => {
    show({
      listAccounts: () =>
        Promise.resolve([account(), account({ id: 2, address: 'b@example.com' })]),
    });
    await ready();
    press('switch-account');
    await screen.findByRole('menuitem', { name: 'b@example.com' });
  });
});

test.each(['en', 'zh-CN'] as const)('the sheet lists all of them, %s', async (language) => {
  show({}, language);
  await waitFor(() => {
    expect(document.querySelector('.sw-shell')).toBeTruthy();
  });
  press('shortcuts');
  const sheet = await screen.findByRole('dialog');
  const listed = [...sheet.querySelectorAll('dt')].map((each) => each.textContent);
  expect(listed.toSorted()).toEqual(
    shortcuts.map(({ id }) => createText(language).t(`shortcut.name.${id}`)).toSorted(),
  );
  expect(sheet.querySelectorAll('kbd').length).toBeGreaterThan(shortcuts.length);
  expect(await findings()).toEqual([]);
  press('shortcuts');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
