import { defaultLimits } from '../../app/bounce/index.ts';
import type { Failure, Notice } from '../../app/bounce/index.ts';

/** What holds for every notice, whatever the bytes were; the names of what is broken. */
export function brokenInvariants(notice: Notice): string[] {
  const broken: string[] = [];
  const claim = (holds: boolean, name: string) => {
    if (!holds) broken.push(name);
  };
  claim(notice.failures.length <= defaultLimits.maxFailures, 'too many failures');
  claim(notice.isBounce || notice.failures.length === 0, 'failures without a bounce');
  claim(notice.unreadable === null || !notice.isBounce, 'unreadable bounce');
  for (const failure of notice.failures) checkFailure(failure, claim);
  return broken;
}

function checkFailure(failure: Failure, claim: (holds: boolean, name: string) => void): void {
  const { throttle, replyCode, recipient } = failure;
  claim((failure.diagnostic ?? '').length <= 2000, 'diagnostic too long');
  claim((throttle !== null) === (failure.category === 'throttle'), 'throttle without its category');
  claim(recipient === null || recipient === recipient.toLowerCase(), 'recipient not lower-case');
  claim(replyCode === null || (replyCode >= 400 && replyCode < 600), 'reply code out of range');
  if (throttle === null) return;
  claim(
    (throttle.phrase !== null) === (failure.confidence === 'certain'),
    'phrase against confidence',
  );
  claim(
    throttle.permanent === (replyCode === null ? null : replyCode >= 500),
    'permanent against code',
  );
  for (const token of [throttle.tag, throttle.node, throttle.connectionIp])
    claim(token === null || !/\s/.test(token), 'white space in a token');
}
