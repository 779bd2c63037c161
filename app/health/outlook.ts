import { advise, type AdviceAction } from './advice.ts';
import type { Episode } from './episodes.ts';
import { judgeState, type LastScan, type State } from './state.ts';

export type Course = Pick<Episode, 'startedAt' | 'endedAt' | 'direction'>;

/** What an account's outlook follows from; it is read once after each scan and judged at any later moment. */
export interface Observed {
  /** Episodes that limited this account's own sending, in order of their start. */
  readonly own: readonly Course[];
  readonly lastScan: LastScan | null;
}

/** The last episode and the wait that is advised after it. Times are milliseconds since 1970 UTC. */
export interface Limit {
  readonly startedAt: number;
  readonly endedAt: number;
  /** An estimate: see `Advice`. */
  readonly retryAt: number;
  readonly action: AdviceAction;
}

export interface Outlook {
  readonly state: State;
  /** Null where nothing was throttled. */
  readonly limit: Limit | null;
}

export function outlookAt({ own, lastScan }: Observed, now: number): Outlook {
  const advice = advise(own, now);
  const last = own.reduce<Course | null>(
    (latest, each) => (latest === null || each.endedAt > latest.endedAt ? each : latest),
    null,
  );
  const { action, retryAt } = advice;
  return {
    state: judgeState(advice, lastScan, now),
    limit:
      last === null || retryAt === null
        ? null
        : { startedAt: last.startedAt, endedAt: last.endedAt, retryAt, action },
  };
}
