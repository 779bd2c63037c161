import { notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSettings, type Bridge } from '../../../app/api/contract.ts';
import { failed } from '../../../app/result.ts';
import type { Language } from '../../../app/text/text.ts';
// What the window loads only when it is needed, at hand from the start.
import '../../../renderer/screens/settings/settings.tsx';
import { findings, show } from '../show.tsx';

afterEach(() => {
  cleanup();
  notifications.clean();
});

async function open(override: Partial<Bridge> = {}, language: Language = 'en') {
  const shown = show(override, language);
  const words = language === 'en' ? 'Settings' : '设置';
  await userEvent.click(await screen.findByRole('button', { name: words }));
  await screen.findByRole('heading', { level: 1, name: words });
  const changes = () =>
    shown.bridge.calls.filter(([name]) => name === 'changeSettings').map(([, change]) => change);
  return { ...shown, changes };
}
const group = (name: string) => screen.getByRole('region', { name });
const typeInto = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('the Settings screen', () => {
  test.each<Language>(['en', 'zh-CN'])('is whole for a screen reader in %s', async (language) => {
    const { container } = await open({}, language);
    for (const control of container.querySelectorAll('.sw-settings input:not([type=hidden])'))
      expect((control as HTMLInputElement).labels?.length).toBeGreaterThan(0);
    expect(container.querySelector('.sw-settings')?.textContent).not.toMatch(/settings\.|{{/);
    expect(await findings()).toEqual([]);
  });

  test('stores a choice at once and says so beside it', async () => {
    const { changes } = await open();
    await userEvent.click(within(group('Language and appearance')).getByText('Dark'));
    expect(changes()).toEqual([{ theme: 'dark' }]);
    expect(await within(group('Language and appearance')).findByText('Saved')).toBeTruthy();
    expect(within(group('Notifications')).queryByText('Saved')).toBeNull();
  });

  test('the language is changed live, and can be the system’s', async () => {
    const { changes } = await open();
    const language = screen.getByLabelText<HTMLInputElement>('Language', { selector: 'input' });
    expect(language.value).toBe('Follow the system');
    await userEvent.click(language);
    await userEvent.click(await screen.findByRole('option', { name: '简体中文' }));
    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeTruthy();
    await userEvent.click(screen.getByLabelText('语言', { selector: 'input' }));
    await userEvent.click(await screen.findByRole('option', { name: '跟随系统' }));
    expect(changes()).toEqual([{ language: 'zh-CN' }, { language: null }]);
  });

  test('follows a change that is made elsewhere', async () => {
    const { bridge } = await open();
    const notify = screen.getByRole<HTMLInputElement>('switch', { name: 'Notify me' });
    expect(notify.checked).toBe(true);
    await act(() => bridge.changeSettings({ notify: false }));
    expect(notify.checked).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Quiet hours' }).disabled).toBe(
      true,
    );
  });

  test('a choice that could not be stored is said where it was made, with its file', async () => {
    const problem = failed('settings-unwritten', '/data/settings.json', 'ENOSPC: no space left');
    await open({ changeSettings: () => Promise.resolve(problem) });
    await userEvent.click(screen.getByRole('switch', { name: 'Watch from the start' }));
    const said = await within(group('Watching in the background')).findByRole('alert');
    expect(said.textContent).toContain('holds until Sendwell is closed');
    expect(said.textContent).toContain('/data/settings.json');
    expect(within(group('Watching in the background')).queryByText('Saved')).toBeNull();
  });

  test('a gap is stored as soon as it is one, and the overview follows', async () => {
    const { changes, bridge } = await open();
    const gap = screen.getByLabelText('Gap between two episodes');
    await userEvent.clear(gap);
    await userEvent.type(gap, '45');
    expect(changes().at(-1)).toEqual({ gapMinutes: 45 });
    await userEvent.click(screen.getByRole('button', { name: 'Overview' }));
    await waitFor(() => {
      const asked = bridge.calls.filter(([name]) => name === 'overview').at(-1);
      expect(asked?.[1]).toMatchObject({ gapMinutes: 45 });
    });
  });

  test('what this system cannot do is off, with the reason', async () => {
    await open({
      settings: () => Promise.resolve({ ...defaultSettings, closeToTray: true, notify: true }),
      abilities: () =>
        Promise.resolve({
          ...{ closeToTray: 'no-tray', startAtLogin: null, notify: 'no-notifications' },
        }),
    });
    const tray = screen.getByRole<HTMLInputElement>('switch', { name: /^Keep running/ });
    expect([tray.checked, tray.disabled]).toEqual([false, true]);
    const reason = document.getElementById(tray.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toContain('shows no icons in a tray');
    expect(screen.getByRole<HTMLInputElement>('switch', { name: /log in/ }).disabled).toBe(false);
    expect(screen.getByText(/This system shows no notifications/)).toBeTruthy();
  });

  test('what is read of the account is a click away', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'What is read of it' }));
    expect(await screen.findByRole('dialog', { name: /What is read of owner@/ })).toBeTruthy();
  });
});

describe('quiet hours', () => {
  test('begin with the usual night and are changed to times that differ', async () => {
    const { changes } = await open();
    await userEvent.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    expect(changes()).toEqual([{ quietHours: { from: '22:00', to: '07:00' } }]);
    expect(await screen.findByText('Until the next morning.')).toBeTruthy();
    typeInto('From', '07:00');
    expect(screen.getByText('Choose two different times.')).toBeTruthy();
    typeInto('From', '');
    expect(screen.getByText(/^Type both times/)).toBeTruthy();
    expect(changes()).toHaveLength(1);
    typeInto('From', '05:30');
    expect(changes().at(-1)).toEqual({ quietHours: { from: '05:30', to: '07:00' } });
    expect(await findings(group('Notifications'))).toEqual([]);
  });
});

describe('the proxy for new accounts', () => {
  const choose = async () => {
    await userEvent.click(screen.getByLabelText('Way to the mail server', { selector: 'input' }));
    await userEvent.click(await screen.findByRole('option', { name: 'This one' }));
  };

  test('is stored when its field is left, and the connect form begins with it', async () => {
    const { changes } = await open();
    await choose();
    expect(changes()).toEqual([]);
    await userEvent.type(screen.getByLabelText('Proxy address'), 'socks5://proxy.example.com:1080');
    expect(changes()).toEqual([]);
    await userEvent.tab();
    const proxy = { use: 'manual', url: 'socks5://proxy.example.com:1080', user: '' };
    expect(changes()).toEqual([{ proxy }]);
    await userEvent.click(screen.getByRole('button', { name: /owner@example.com/ }));
    await userEvent.click(await screen.findByText('Connect another mailbox'));
    await userEvent.click(await screen.findByText('Time, proxy and more'));
    const field = await screen.findByLabelText<HTMLInputElement>('Proxy address');
    expect(field.value).toBe('socks5://proxy.example.com:1080');
  });

  test('takes no password, and says why', async () => {
    const { changes } = await open();
    await choose();
    const field = screen.getByLabelText('Proxy address');
    await userEvent.type(field, 'http://me:Gravel7@proxy.example.com:3128');
    await userEvent.tab();
    expect(screen.getByText(/No user name or password in the address/)).toBeTruthy();
    expect(changes()).toEqual([]);
  });
});

describe('data', () => {
  test('says where and how big, and shows the folder', async () => {
    const { bridge } = await open();
    const data = within(group('Data on this computer'));
    expect(await data.findByText('12.6 MB')).toBeTruthy();
    expect(data.getByText('13.6 MB')).toBeTruthy();
    expect(data.queryByText(/kept aside/)).toBeNull();
    await userEvent.click(data.getByRole('button', { name: 'Show the folder' }));
    expect(bridge.calls).toContainEqual(['showDataFolder', undefined]);
  });

  test('an export says its name, a failed one why', async () => {
    const { bridge } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Export everything' }));
    expect(await screen.findByText('Saved as sendwell-2026-11-25.zip.')).toBeTruthy();
    Object.assign(bridge, {
      exportData: () => Promise.resolve(failed('disk-full', 'sendwell.zip')),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Export everything' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });

  test('everything is deleted only after the word was typed', async () => {
    const { bridge } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    const dialog = await screen.findByRole('dialog', { name: /^Delete everything/ });
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', {
      name: 'Delete everything',
    });
    expect(await findings(dialog)).toEqual([]);
    const field = within(dialog).getByLabelText(/^To go on, type/);
    await userEvent.type(field, 'delet{Enter}');
    expect(confirm.disabled).toBe(true);
    expect(bridge.calls.some(([name]) => name === 'deleteData')).toBe(false);
    await userEvent.type(field, 'e');
    expect(confirm.disabled).toBe(false);
    await userEvent.click(confirm);
    expect(bridge.calls).toContainEqual(['deleteData', { really: 'delete everything' }]);
  });
});

describe('a settings file that was damaged', () => {
  const trouble = {
    kind: 'partly' as const,
    file: '/data/settings.json',
    keptAs: '/data/settings.damaged-20261124T213045Z.json',
    lost: ['theme' as const, 'gapMinutes' as const],
  };

  const onScreen = async (title: string) =>
    (await screen.findByText(title, { selector: 'h2' })).closest('section')!;

  test('is said at the start and on the screen: what, where, and the way on', async () => {
    await open({ settingsTrouble: () => Promise.resolve(trouble) });
    const atStart = await screen.findByRole('alert');
    expect(atStart.textContent).toContain(trouble.keptAs);
    const notice = await onScreen('Some settings could not be read');
    expect(notice.textContent).toContain('Theme and Gap between two episodes');
    expect(notice.textContent).toContain(trouble.keptAs);
    expect(await findings()).toEqual([]);
  });

  test('that is newer is said to be untouched', async () => {
    await open({
      settingsTrouble: () => Promise.resolve({ ...trouble, kind: 'newer', keptAs: null, lost: [] }),
    });
    const notice = await onScreen('The settings are from a newer version of Sendwell');
    expect(notice.textContent).toContain('The file is untouched: /data/settings.json');
  });
});
