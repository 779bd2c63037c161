import { findEpisodes, ownEpisodes } from '../health/episodes.ts';
import type { Observed } from '../health/outlook.ts';
import type { LastScan } from '../health/state.ts';
import type { ScanRecord } from '../store/scans.ts';
import type { Store } from '../store/store.ts';

/** The little of an account that its state and its wait follow from, out of what is stored. */
export function observed(store: Store, accountId: number): Observed {
  const columns = store.rejections.columns(accountId);
  const lastScan = store.scans.last(accountId);
  return {
    // Names are for people who look at an episode.
    own: ownEpisodes(findEpisodes(columns, () => '')),
    lastScan: lastScan && lookOf(lastScan),
  };
}

/** A scan that was cancelled or broke off was cut; one that could not open a folder was not, but is not complete. */
export const lookOf = ({ finishedAt, complete, report }: ScanRecord): LastScan => ({
  ...{ finishedAt, complete },
  cut: report.problem !== null || report.notScanned.some(({ code }) => code === 'cancelled'),
});
