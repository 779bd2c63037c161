import { advise, type Advice } from '../health/advice.ts';
import type { Cause } from '../health/cause.ts';
import { measureCoverage, share, type Coverage } from '../health/coverage.ts';
import { day, findEpisodes, hour, ownEpisodes, type Episode } from '../health/episodes.ts';
import { judgeCauses } from '../health/causes/all.ts';
import { findSigns } from '../health/causes/signs.ts';
import { alsoDo, type AlsoDo } from '../health/also-do.ts';
import {
  highestWithoutRejection,
  indexSent,
  ownRejectionTimes,
  paceUpTo,
  type HighestPace,
  type Pace,
} from '../health/pace.ts';
import { judgeState, type State } from '../health/state.ts';
import type { OffsetAt } from '../health/zone.ts';
import type { FailureColumns } from '../store/failure-columns.ts';
import { flag, isRejection } from '../store/failure-columns.ts';
import type { Totals } from '../store/notices.ts';
import type { ScanRecord } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { lookOf } from './observed.ts';

/** An episode next to what stands in Sent before it; null where no Sent folder was read. */
export interface PacedEpisode extends Episode {
  readonly pace: Pace | null;
}

export interface SendingPace {
  readonly sentMessages: number;
  /** Share of bounced originals that stand in Sent; null where no original is known. */
  readonly coverage: number | null;
  readonly highestWithoutRejection: HighestPace;
}

/** What is known of an account, from what is stored alone. Times are milliseconds since 1970 UTC. */
export interface Standing {
  readonly state: State;
  readonly advice: Advice & { readonly alsoDo: readonly AlsoDo[] };
  readonly totals: Totals;
  readonly episodes: readonly PacedEpisode[];
  /** Null where no Sent folder was read. */
  readonly pace: SendingPace | null;
  readonly coverage: Coverage;
  readonly causes: readonly Cause[];
  /** First and last throttle rejection. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly lastScan: ScanRecord | null;
}

export interface Question {
  readonly now: number;
  /** Only of what arrived from then on; null: everything that is stored. */
  readonly since: number | null;
  /** The longest pause inside an episode; advice and state always follow the hour of docs/cli.md. */
  readonly gap?: number;
  readonly offsetAt: OffsetAt;
}

/** Judges an account by what is stored of it. */
export function standing(store: Store, accountId: number, question: Question): Standing {
  const { now, since, offsetAt, gap = hour } = question;
  const columns = store.rejections.columns(accountId);
  const sent = store.sent.wasRead(accountId) ? store.sent.columns(accountId) : null;
  const index = sent && indexSent(sent, since);
  // A day more than the window, as it is read: the first episodes have a pace before them too.
  const before = sent && since !== null ? indexSent(sent, since - day) : index;
  const nameOf = (id: number): string => store.names.text(id);
  const withPace = (episode: Episode): PacedEpisode => ({
    ...episode,
    pace: before && paceUpTo(before, episode.startedAt),
  });
  const hourly = findEpisodes(columns, nameOf, { since }).map(withPace);
  const episodes =
    gap === hour ? hourly : findEpisodes(columns, nameOf, { since, gap }).map(withPace);
  const advice = advise(hourly, now);
  const lastScan = store.scans.last(accountId);
  const coverage = measureCoverage(columns, since);
  const highest = index && highestWithoutRejection(index, ownRejectionTimes(columns, since));
  const address = store.accounts.get(accountId)?.address ?? '';
  const causes = judgeCauses({
    ...{ sent: index, highest, coverage },
    own: ownEpisodes(hourly),
    signs: findSigns({ address, columns, sent, since, nameOf, offsetAt }),
    check: store.passwordHistory.lastCheck(accountId),
    changes: store.passwordHistory.changes(accountId),
    now,
  });
  const [firstAt, lastAt] = ends(columns, since);
  return {
    ...{ episodes, coverage, causes, firstAt, lastAt, lastScan },
    state: judgeState(advice, lastScan && lookOf(lastScan), now),
    advice: { ...advice, alsoDo: alsoDo(hourly, advice, causes, now) },
    totals: totalsOf(store, accountId, columns, since),
    pace:
      index && highest
        ? {
            sentMessages: index.at.length,
            coverage: share(coverage.all),
            highestWithoutRejection: highest,
          }
        : null,
  };
}

function totalsOf(
  store: Store,
  accountId: number,
  { flags, receivedAt, length }: FailureColumns,
  since: number | null,
): Totals {
  let failures = 0;
  let throttled = 0;
  for (let row = 0; row < length; row += 1) {
    const bits = flags[row] ?? 0;
    if ((bits & flag.counted) === 0 || (receivedAt[row] ?? 0) < (since ?? -Infinity)) continue;
    failures += 1;
    if (isRejection(bits)) throttled += 1;
  }
  return { notices: store.notices.count(accountId, since), failures, throttled };
}

function ends(
  { at, flags, receivedAt, length }: FailureColumns,
  since: number | null,
): [number | null, number | null] {
  const shown = (row: number): boolean =>
    isRejection(flags[row] ?? 0) && (receivedAt[row] ?? 0) >= (since ?? -Infinity);
  let first = 0;
  while (first < length && !shown(first)) first += 1;
  if (first === length) return [null, null];
  let last = length - 1;
  while (!shown(last)) last -= 1;
  return [at[first] ?? null, at[last] ?? null];
}
