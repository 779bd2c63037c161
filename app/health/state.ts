import type { Advice } from './advice.ts';
import { day } from './episodes.ts';

export type State = 'limited' | 'recovering' | 'healthy' | 'unknown';

export interface LastScan {
  readonly finishedAt: number;
  /** Everything that was asked for was read. */
  readonly complete: boolean;
  /** It was stopped or broke off: newer notices may lie unread, whatever is known. */
  readonly cut: boolean;
}

/**
 * Limited until the advised time to retry, recovering for a week after it, whether the rejections were read in the
 * mailbox or imported. After a scan that was cut the answer is unknown. Healthy needs a complete look at the mailbox
 * less than a day ago; an import is none.
 */
export function judgeState(advice: Advice, lastScan: LastScan | null, now: number): State {
  if (lastScan?.cut) return 'unknown';
  if (advice.retryAt !== null && now < advice.retryAt) return 'limited';
  if (advice.retryAt !== null && now < advice.retryAt + 7 * day) return 'recovering';
  return lastScan?.complete && now - lastScan.finishedAt < day ? 'healthy' : 'unknown';
}
