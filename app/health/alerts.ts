import type { AdviceAction } from './advice.ts';
import type { Limit } from './outlook.ts';

/**
 * limited: an episode that was not told yet. longer: it goes on past the time that was told, or calls for more.
 * again: the advised wait is over.
 */
export type LimitAlert = 'limited' | 'longer' | 'again';

/** What a person was told of an account last. Times are milliseconds since 1970 UTC. */
export interface Told extends Limit {
  /** Nothing is left to be said of it. */
  readonly over: boolean;
}

export interface Decision {
  readonly alert: LimitAlert | null;
  readonly told: Told | null;
  /** When to decide again although nothing new was read; null: not before. */
  readonly nextAt: number | null;
}

/** A time that moves by less is not worth a word of its own. */
const noticeable = 5 * 60_000;

/** How much an advice asks for. */
const weight: Readonly<Record<AdviceAction, number>> = {
  none: 0,
  pause: 1,
  'stop-for-a-day': 2,
  'contact-support': 3,
};

/** History is nothing to tell; only that a wait, if one runs, is over will be. */
export const adopt = (limit: Limit | null, now: number): Told | null =>
  limit && { ...limit, over: now >= limit.retryAt };

/**
 * What to tell now, given what was told and what is known. It looks at the state and not at notices, so that many
 * notices are one alert, and what was held back for a while is told only if it is still true.
 */
export function decide(told: Told | null, limit: Limit | null, now: number): Decision {
  if (limit === null) return { alert: null, told: null, nextAt: null };
  // Notices read later may move an episode's start or join two; what was told lies inside it then.
  const same = told !== null && told.endedAt >= limit.startedAt;
  if (now >= limit.retryAt) {
    const open = told !== null && !told.over;
    return { alert: open ? 'again' : null, told: { ...limit, over: true }, nextAt: null };
  }
  const fresh: Told = { ...limit, over: false };
  if (!same) return { alert: 'limited', told: fresh, nextAt: limit.retryAt };
  const isLater = now >= told.retryAt && limit.retryAt - told.retryAt >= noticeable;
  if (told.over || isLater || weight[limit.action] > weight[told.action])
    return { alert: 'longer', told: fresh, nextAt: limit.retryAt };
  const { retryAt, action } = told;
  const nextAt = retryAt > now ? Math.min(retryAt, limit.retryAt) : limit.retryAt;
  return { alert: null, told: { ...fresh, retryAt, action }, nextAt };
}
