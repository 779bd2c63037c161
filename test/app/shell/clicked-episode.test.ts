import { expect, it } from 'vitest';
import { ClickedEpisode } from '../../../app/shell/clicked-episode.ts';

it('waits for the window, is given once, and is told to a window that listens', () => {
  const told: unknown[] = [];
  const clicked = new ClickedEpisode((link) => told.push(link));
  const link = (startedAt: number) => ({ accountId: 1, startedAt });
  clicked.click(link(1));
  clicked.click(link(2));
  expect([clicked.take(), clicked.take(), told]).toEqual([link(2), null, []]);
  clicked.click(link(3));
  expect(told).toEqual([link(3)]);
  clicked.stopListening();
  clicked.click(link(4));
  expect([told.length, clicked.take()]).toEqual([1, link(4)]);
});
