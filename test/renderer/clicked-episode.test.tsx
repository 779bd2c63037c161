import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { ok } from '../../app/result.ts';
import { episodeAt } from '../../renderer/screens/overview/episode-at.ts';
import { account, overview } from './fake-bridge.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const known = overview();
const last = known.episodes.at(-1);
if (last === undefined) throw new Error('no episode');
const two = [account(), account({ id: 2, address: 'second@example.com', lastScanAt: 1 })];
const worlds = {
  listAccounts: () => Promise.resolve(two),
  overview: ({ accountId }: { accountId: number }) =>
    Promise.resolve(ok({ ...known, account: two[accountId - 1] ?? account() })),
};
const drawer = () => screen.findByRole('dialog', { name: /^Episode of/ });

const closed = async () => {
  await userEvent.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
};

it('a click outside opens the episode of its account, from any screen', async () => {
  const { bridge } = show(worlds);
  await userEvent.click(await screen.findByRole('button', { name: 'Help' }));
  act(() => {
    bridge.openEpisode({ accountId: 2, startedAt: last.startedAt });
  });
  await drawer();
  expect(screen.getByRole('button', { name: /second@example\.com/, hidden: true })).toBeTruthy();
  await closed();
});

it('so does a click before the window stood', async () => {
  show({
    ...worlds,
    takeEpisode: () => Promise.resolve({ accountId: 1, startedAt: last.startedAt }),
  });
  await drawer();
  await closed();
});

it('one that names no episode shows the account', async () => {
  const { bridge } = show(worlds);
  await userEvent.click(await screen.findByRole('button', { name: 'Help' }));
  act(() => {
    bridge.openEpisode({ accountId: 2, startedAt: null });
  });
  await screen.findByRole('heading', { name: 'Throttle rejections over time' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('an episode is found by any of its moments, and only if it was the account’s own', () => {
  expect(episodeAt(known.episodes, last.endedAt)?.startedAt).toBe(last.startedAt);
  expect(episodeAt(known.episodes, last.endedAt + 1)).toBeNull();
  const other = known.episodes.map((each) => ({ ...each, direction: 'recipient-server' as const }));
  expect(episodeAt(other, last.endedAt)).toBeNull();
});
