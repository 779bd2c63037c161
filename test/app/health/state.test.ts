import { describe, expect, it } from 'vitest';
import { day, hour } from '../../../app/health/episodes.ts';
import { judgeState } from '../../../app/health/state.ts';

const now = Date.UTC(2026, 2, 10);
const scanned = (ago: number, complete = true, cut = !complete) => ({
  finishedAt: now - ago,
  complete,
  cut,
});
const retry = (retryAt: number | null) => ({ action: 'none', retryAt, reason: 'over' }) as const;

describe('judgeState', () => {
  it.each([
    ['never scanned', retry(null), null, 'unknown'],
    ['scan cut short', retry(null), scanned(0, false), 'unknown'],
    ['read, nothing found', retry(null), scanned(hour), 'healthy'],
    ['read a day ago', retry(null), scanned(day), 'unknown'],
    ['before the time to retry', retry(now + 1), scanned(hour), 'limited'],
    ['at the time to retry', retry(now), scanned(hour), 'recovering'],
    ['a week later', retry(now - 7 * day), scanned(hour), 'healthy'],
    ['throttled, but half read', retry(now + 1), scanned(0, false), 'unknown'],
    ['throttled, a folder was not there', retry(now + 1), scanned(0, false, false), 'limited'],
    ['nothing found, a folder was not there', retry(null), scanned(0, false, false), 'unknown'],
    ['imported: before the time to retry', retry(now + 1), null, 'limited'],
    ['imported: after it', retry(now - 1), null, 'recovering'],
    ['imported: long ago, never healthy', retry(now - 8 * day), null, 'unknown'],
  ] as const)('%s', (_name, advice, scan, expected) => {
    expect(judgeState(advice, scan, now)).toBe(expected);
  });
});
