import type { Advice } from './advice.ts';
import { day } from './episodes.ts';

export type State = 'limited' | 'recovering' | 'healthy' | 'unknown';

export interface LastScan {
  readonly finishedAt: number;
  /** Everything that was asked for was read. */
  readonly complete: boolean;
}

/**
 * Limited until the advised time to retry, recovering for a week after it. Healthy needs a complete look at
 * the mailbox less than a day ago; without one the answer is unknown, never healthy.
 */
export function judgeState(advice: Advice, lastScan: LastScan | null, now: number): State {
  if (!lastScan?.complete) return 'unknown';
  if (advice.retryAt !== null && now < advice.retryAt) return 'limited';
  if (advice.retryAt !== null && now < advice.retryAt + 7 * day) return 'recovering';
  return now - lastScan.finishedAt < day ? 'healthy' : 'unknown';
}
