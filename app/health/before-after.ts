import { day, type Episode } from './episodes.ts';

/** Episodes of one stretch of time that was read without a gap. */
export interface Rate {
  readonly episodes: number;
  readonly weeks: number;
  readonly perWeek: number;
}

export interface BeforeAfter {
  readonly changedAt: number;
  readonly before: Rate;
  readonly after: Rate;
}

export const week = 7 * day;
/** Two weeks on each side: a single episode more or less would otherwise tell a story that is none. */
const leastTime = 2 * week;
/** Older habits do not belong in the comparison. */
const mostTime = 8 * week;

/**
 * Episodes per week before and after the last of `changes` that leaves enough time on both sides; null while none
 * does. Only what was read counts: the time from `since` to `scannedAt`, never the days since the last scan. A
 * stretch ends at the next change. What an outsider's server refused says nothing about our password.
 */
export function beforeAndAfter(
  episodes: readonly Episode[],
  changes: readonly number[],
  since: number | null,
  scannedAt: number | null,
): BeforeAfter | null {
  if (since === null || scannedAt === null) return null;
  const own = episodes.filter(({ direction }) => direction !== 'recipient-server');
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const changedAt = changes[at] ?? 0;
    const from = Math.max(since, changes[at - 1] ?? since, changedAt - mostTime);
    const to = Math.min(scannedAt, changes[at + 1] ?? scannedAt, changedAt + mostTime);
    if (changedAt - from < leastTime || to - changedAt < leastTime) continue;
    return { changedAt, before: rate(own, from, changedAt), after: rate(own, changedAt, to) };
  }
  return null;
}

function rate(episodes: readonly Episode[], from: number, to: number): Rate {
  const count = episodes.filter(({ startedAt }) => startedAt >= from && startedAt < to).length;
  const weeks = (to - from) / week;
  return { episodes: count, weeks, perWeek: count / weeks };
}
