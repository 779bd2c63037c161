import type { Cause } from '../cause.ts';
import { day } from '../episodes.ts';
import { cause, evidence, type CauseInput } from './input.ts';
import { throttledAtLowPace } from './pace.ts';

/** zxcvbn's 0 and 1: guessed in seconds to minutes online. 2 holds up somewhat and is called neither. */
const weakScore = 1;
const goodScore = 3;
/** So long without an episode while sending goes on says that a change helped. */
const quietAfterChange = 7 * day;

/**
 * Alibaba lowers the limit of an account with a weak password. Only a check can tell that it is weak, so without one
 * this is never likely; rejections at a pace that used to go through make it possible.
 */
export function judgeWeakPassword(input: CauseInput): Cause {
  const { own, check, changes, now } = input;
  const lastChange = changes.at(-1) ?? null;
  const low = throttledAtLowPace(input);
  const atLowPace =
    low > 0 && evidence('throttled-at-low-pace', 'episodes', { count: low, all: own.length });
  const changed =
    lastChange !== null && evidence('password-changed', 'password', { changedAt: lastChange });
  const before = own.filter(({ endedAt }) => lastChange !== null && endedAt < lastChange).length;
  const ceased =
    lastChange !== null &&
    before > 0 &&
    before === own.length &&
    now - lastChange >= quietAfterChange &&
    evidence('ceased-after-change', 'password', { count: before, changedAt: lastChange });

  if (check === null) {
    const unchecked = evidence('password-not-checked', 'password');
    if (own.length === 0)
      return cause('weak-password', 'unlikely', evidence('no-own-episode', 'episodes'), unchecked);
    const likelihood = ceased || low > 0 || !input.sent ? 'possible' : 'unlikely';
    return cause('weak-password', likelihood, ceased || changed, atLowPace, unchecked);
  }
  const values = { checkedAt: check.at, score: check.score };
  const weak = !check.compliant || check.score <= weakScore;
  const verdict = evidence(
    !check.compliant ? 'password-breaks-rules' : weak ? 'password-weak' : 'password-checked',
    'password',
    values,
  );
  // A check of the password before the last one says nothing about the one in use, but about the episodes back then.
  const outdated = lastChange !== null && check.at < lastChange;
  if (own.length === 0)
    return cause(
      'weak-password',
      weak && !outdated ? 'possible' : 'unlikely',
      evidence('no-own-episode', 'episodes'),
      verdict,
      outdated && changed,
    );
  if (outdated) {
    const likelihood = weak ? (ceased ? 'likely' : 'possible') : 'unlikely';
    return cause('weak-password', likelihood, verdict, ceased || changed, atLowPace);
  }
  if (weak) {
    return cause('weak-password', 'likely', verdict, atLowPace, changed);
  }
  const doubtful = check.score < goodScore && low > 0;
  return cause('weak-password', doubtful ? 'possible' : 'unlikely', verdict, atLowPace, changed);
}
