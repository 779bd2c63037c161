import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Overview } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { account, overview, scanStatus } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

const hour = 3_600_000;
const showing = (change: Partial<Overview>) =>
  show({ overview: () => Promise.resolve(ok(overview(change))) });
const headline = async () =>
  (await screen.findByRole('heading', { level: 2, name: /\./ })).textContent;

describe('headline', () => {
  test('limited: since when, what to do, and the wait as an estimate', async () => {
    showing({});
    expect(await headline()).toMatch(/^Sending is limited since .+\.$/);
    expect(screen.getByText(/Pause, and try again from/)).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toMatch(/^4[12]:\d\d$/);
    expect(screen.getByText('estimated wait')).toBeTruthy();
  });

  test('limited for the day says so', async () => {
    const advice: Overview['advice'] = {
      action: 'stop-for-a-day',
      retryAt: Date.now() + 20 * hour,
      reason: 'long-episode',
      alsoDo: [],
    };
    showing({ advice });
    expect(await screen.findByText(/Stop for the day, and try again from/)).toBeTruthy();
  });

  test('recovering', async () => {
    showing({
      state: 'recovering',
      advice: { action: 'none', retryAt: null, reason: 'over', alsoDo: [] },
    });
    expect(await headline()).toContain('Sending works again as far as seen.');
  });

  test('healthy never without its basis', async () => {
    showing({
      state: 'healthy',
      episodes: [],
      advice: { action: 'none', retryAt: null, reason: 'no-throttle', alsoDo: [] },
    });
    expect(await headline()).toMatch(/^No throttle notice in Inbox and Junk since .+\.$/);
    expect(screen.getByText(/This rests on bounce notices alone/)).toBeTruthy();
  });

  test('healthy after an older episode counts from its end, not from the beginning of what was read', async () => {
    const endedAt = new Date(2026, 2, 14, 12).getTime();
    const { episodes } = overview();
    showing({
      state: 'healthy',
      since: endedAt - 60 * 24 * hour,
      episodes: episodes.slice(0, 1).map((episode) => ({ ...episode, endedAt })),
      advice: { action: 'none', retryAt: null, reason: 'over', alsoDo: [] },
    });
    expect(await headline()).toBe('No throttle notice in Inbox and Junk since Mar 14, 2026.');
  });

  test.each<[string, Partial<Overview>]>([
    ['Not known: this mailbox was not read yet.', { scannedAt: null, since: null }],
    [
      'Not known: the last scan was cancelled.',
      { notScanned: [{ code: 'cancelled', subject: null, count: 3 }] },
    ],
    [
      'Not known: a folder could not be read.',
      { notScanned: [{ code: 'folder', subject: 'Junk', count: null }] },
    ],
    ['Not known: last read 9 days ago.', { notScanned: [], scannedAt: Date.now() - 9 * 24 * hour }],
  ])('%s', async (sentence, change) => {
    showing({ state: 'unknown', advice: null, ...change });
    expect(await headline()).toBe(sentence);
  });
});

describe('overview', () => {
  test('has nothing that axe objects to', async () => {
    showing({});
    await headline();
    expect(await findings()).toEqual([]);
  });

  test('an overview that cannot be read says why and can be asked again', async () => {
    const answers = [failed('store-locked'), ok(overview())];
    show({ overview: () => Promise.resolve(answers.shift() ?? ok(overview())) });
    expect((await screen.findByRole('alert')).textContent).toContain('in use by another program');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await headline()).toContain('Sending is limited');
  });

  test('a running scan stands in the top bar and can be cancelled', async () => {
    const { bridge } = show({ scanStatus: () => Promise.resolve(scanStatus()) });
    expect(await screen.findByText(/1,203 of 25,011/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel scan' }));
    expect(bridge.calls).toContainEqual(['cancelScan', { accountId: 1 }]);
  });

  test('the first scan fills the window and gives way to the overview', async () => {
    let first = true;
    const { bridge } = show({
      listAccounts: () => Promise.resolve([account(first ? { lastScanAt: null } : {})]),
      scanStatus: () => Promise.resolve(scanStatus()),
    });
    expect(await screen.findByRole('heading', { name: 'Reading owner@example.com' })).toBeTruthy();
    expect(await findings()).toEqual([]);
    first = false;
    act(() => {
      bridge.progress(scanStatus({ phase: 'done' }));
    });
    expect(await headline()).toContain('Sending is limited');
  });

  test('a later scan that is refused does not pass unseen', async () => {
    show({ scanAgain: () => Promise.resolve(failed('login-refused', 'imap.example.com', 'NO')) });
    await userEvent.click(await screen.findByRole('button', { name: 'Scan now' }));
    expect((await screen.findByRole('alert')).textContent).toContain('refused the login');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeTruthy();
  });
});
