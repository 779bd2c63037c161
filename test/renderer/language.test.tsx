import { notifications } from '@mantine/notifications';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { failed } from '../../app/result.ts';
import { findings, show } from './show.tsx';

afterEach(cleanup);

describe('language', () => {
  test('the menu changes the window at once and tells main', async () => {
    const { bridge } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Language: English' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '简体中文' }));
    expect(await screen.findByRole('button', { name: '立即扫描' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(bridge.calls).toContainEqual(['changeSettings', { language: 'zh-CN' }]);
    expect(await findings()).toEqual([]);
  });

  test('a choice that could not be stored is said', async () => {
    const problem = failed('settings-unwritten', '/data/settings.json');
    show({ changeSettings: () => Promise.resolve(problem) });
    await userEvent.click(await screen.findByRole('button', { name: 'Language: English' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Follow the system' }));
    expect((await screen.findByRole('alert')).textContent).toContain('/data/settings.json');
    notifications.clean();
  });

  test('follows a change made in the application menu', async () => {
    const { bridge } = show();
    await screen.findByRole('button', { name: 'Scan now' });
    act(() => {
      bridge.changeLanguage('zh-CN');
    });
    expect(await screen.findByRole('button', { name: '立即扫描' })).toBeTruthy();
  });
});
