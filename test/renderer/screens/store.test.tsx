import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failed, ok, type ProblemCode } from '../../../app/result.ts';
import { findings, show } from '../show.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const file = '/home/user/.local/share/sendwell/sendwell.db';
const problem = (code: ProblemCode, detail: string | null = null) =>
  failed(code, file, detail).problem;
const fresh = 'Keep the damaged file aside and start afresh';

describe('a damaged database', () => {
  test('is shown with its place, SQLite’s words and a fresh start, not an empty app', async () => {
    show({}, 'en', problem('store-damaged', 'database disk image is malformed'));
    expect(await screen.findByRole('heading', { name: /is damaged/ })).toBeTruthy();
    const words = screen.getByRole('main').textContent;
    expect(words).toContain(file);
    expect(words).toContain('database disk image is malformed');
    expect(words).toContain('never deleted');
    expect(screen.queryByText('Connect and scan')).toBeNull();
    expect(await findings()).toEqual([]);
  });

  test('is kept aside on request, and the new place is said until it was read', async () => {
    const { bridge } = show({}, 'en', problem('store-damaged'));
    await userEvent.click(await screen.findByRole('button', { name: fresh }));
    expect(bridge.calls.filter(([name]) => name === 'startAfresh')).toHaveLength(1);
    expect((await screen.findByRole('main')).textContent).toContain(
      'sendwell.damaged-20261124T213045Z.db',
    );
    expect(await findings()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByRole('button', { name: /Scan now/ })).toBeTruthy();
  });

  test('that cannot be renamed says why', async () => {
    const startAfresh = () => Promise.resolve(failed('store-unwritable', file));
    show({ startAfresh }, 'en', problem('store-damaged'));
    await userEvent.click(await screen.findByRole('button', { name: fresh }));
    expect(await screen.findByRole('heading', { name: /cannot be used/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: fresh })).toBeNull();
  });

  test('takes the place of every screen when it is found later', async () => {
    const { bridge } = show();
    await screen.findByRole('button', { name: /Scan now/ });
    act(() => {
      bridge.changeStore(problem('store-damaged'));
    });
    expect(await screen.findByRole('button', { name: fresh })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Scan now/ })).toBeNull();
  });

  test('of a newer version is not called damaged', async () => {
    show({}, 'en', problem('store-newer', 'schema 9; this version knows 2'));
    expect(await screen.findByRole('heading', { name: /newer version/ })).toBeTruthy();
    expect(
      screen.getByRole('button', { name: 'Keep this file aside and start afresh' }),
    ).toBeTruthy();
  });
});

describe('a locked database', () => {
  test('is tried again by itself until it is free', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let tries = 0;
    const reopenStore = () => {
      tries += 1;
      return Promise.resolve(tries < 3 ? failed('store-locked', file) : ok(null));
    };
    show({ reopenStore }, 'en', problem('store-locked'));
    expect(await screen.findByText(/Tries by itself in \d seconds?/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: fresh })).toBeNull();
    for (let round = 0; round < 3; round += 1) await act(() => vi.advanceTimersByTimeAsync(5_500));
    expect(tries).toBe(3);
    expect(await screen.findByRole('button', { name: /Scan now/ })).toBeTruthy();
  });

  test('is tried again on a button', async () => {
    const { bridge } = show({}, 'en', problem('store-locked'));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(bridge.calls.some(([name]) => name === 'reopenStore')).toBe(true);
    await waitFor(() => expect(screen.queryByText(/in use by another/)).toBeNull());
  });
});

test.each<ProblemCode>(['store-unwritable', 'disk-full', 'disk-failed'])(
  'a database that cannot be opened because of %s can be tried again',
  async (code) => {
    show({}, 'zh-CN', problem(code));
    await userEvent.click(await screen.findByRole('button', { name: '重试' }));
    expect(await screen.findByRole('button', { name: /扫描/ })).toBeTruthy();
  },
);
