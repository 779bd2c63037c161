import { advise, type Advice } from '../health/advice.ts';
import { day, findEpisodes, hour, type Episode } from '../health/episodes.ts';
import { judgeState, type State } from '../health/state.ts';
import type { Totals } from '../store/notices.ts';
import type { TimeCount } from '../store/rejections.ts';
import type { FolderReport, NotScanned } from '../store/scans.ts';
import type { Store } from '../store/store.ts';

/** What is known of an account, from what is stored alone. Times are milliseconds since 1970 UTC. */
export interface Standing {
  readonly state: State;
  readonly since: number | null;
  readonly scannedAt: number | null;
  readonly advice: Advice | null;
  readonly totals: Totals;
  readonly episodes: readonly Episode[];
  readonly folders: readonly FolderReport[];
  readonly notScanned: readonly NotScanned[];
}

export interface Bucket extends TimeCount {
  readonly to: number;
}

export interface Overview extends Standing {
  readonly bucketSize: 'hour' | 'day';
  readonly buckets: readonly Bucket[];
}

/** More would be thinner than a pixel; it also bounds what a request from the window can cost. */
const mostBuckets = 5000;

/** Judges an account by its last scan's window. */
export function standing(store: Store, accountId: number, now: number): Standing {
  const last = store.scans.last(accountId);
  const since = last?.since ?? null;
  const episodes = findEpisodes(store.rejections.list(accountId, since));
  const advice = advise(episodes, now);
  return {
    state: judgeState(advice, last, now),
    since,
    scannedAt: last?.finishedAt ?? null,
    advice: last === null ? null : advice,
    totals: store.notices.totals(accountId, since),
    episodes,
    folders: last?.report.folders ?? [],
    notScanned: last?.report.notScanned ?? [],
  };
}

/**
 * The standing and, for its chart, counts by hour or by day of the viewer's zone (the process's own).
 * @param range limits of the chart, null: from the first that is known to now
 */
export function overview(
  store: Store,
  accountId: number,
  range: { from: number | null; to: number | null; bucketSize: 'hour' | 'day' | 'auto' },
  now: number,
): Overview {
  const known = standing(store, accountId, now);
  const to = range.to ?? now;
  const from = range.from ?? known.since ?? known.episodes[0]?.startedAt ?? now - 90 * day;
  const size = bucketSize(range.bucketSize, to - from);
  const buckets = emptyBuckets(Math.min(from, to), to, size);
  const first = buckets[0]?.from ?? from;
  const end = buckets.at(-1)?.to ?? to;
  let at = 0;
  for (const count of store.rejections.byQuarter(accountId, first, end)) {
    while (at < buckets.length - 1 && (buckets[at]?.to ?? end) <= count.from) at += 1;
    const bucket = buckets[at];
    if (!bucket) break;
    bucket.transient += count.transient;
    bucket.permanent += count.permanent;
    bucket.sent += count.sent;
  }
  return { ...known, bucketSize: size, buckets };
}

function bucketSize(wanted: 'hour' | 'day' | 'auto', span: number): 'hour' | 'day' {
  if (wanted === 'auto') return span <= 4 * day ? 'hour' : 'day';
  return wanted === 'hour' && span / hour > mostBuckets ? 'day' : wanted;
}

type Growing = { -readonly [Key in keyof Bucket]: Bucket[Key] };

/** Local hours or days: Date's own arithmetic knows the zone, its half hours and its changes of the clock. */
function emptyBuckets(from: number, to: number, size: 'hour' | 'day'): Growing[] {
  const buckets: Growing[] = [];
  const at = new Date(from);
  if (size === 'day') at.setHours(0, 0, 0, 0);
  else at.setMinutes(0, 0, 0);
  while (at.getTime() <= to && buckets.length < mostBuckets) {
    const start = at.getTime();
    if (size === 'day') at.setDate(at.getDate() + 1);
    else at.setTime(start + hour);
    buckets.push({ from: start, to: at.getTime(), transient: 0, permanent: 0, sent: 0 });
  }
  return buckets;
}
