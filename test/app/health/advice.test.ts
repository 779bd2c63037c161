import { describe, expect, it } from 'vitest';
import { advise } from '../../../app/health/advice.ts';
import { day, hour, type Episode } from '../../../app/health/episodes.ts';

const start = Date.UTC(2026, 2, 2, 8);
const episode = (from: number, to: number, more: Partial<Episode> = {}): Episode => ({
  startedAt: start + from,
  endedAt: start + to,
  notices: 1,
  failures: 1,
  transient: 1,
  permanent: 0,
  direction: 'own-account',
  recipients: 1,
  stages: [],
  connectionIps: [],
  recipientDomains: [],
  programs: [],
  ...more,
});

describe('advise', () => {
  it('has nothing to say where nothing was throttled', () => {
    expect(advise([], start)).toEqual({ action: 'none', retryAt: null, reason: 'no-throttle' });
  });

  it('says pause for an hour after a short episode', () => {
    const advice = advise([episode(0, 10)], start + 20);
    expect(advice).toEqual({
      action: 'pause',
      retryAt: start + 10 + hour,
      reason: 'short-episode',
    });
  });

  it('says stop for a day after three hours, and pause just below', () => {
    const long = advise([episode(0, 3 * hour)], start + 3 * hour);
    expect(long).toMatchObject({ action: 'stop-for-a-day', retryAt: start + 3 * hour + day });
    expect(advise([episode(0, 3 * hour - 1)], start + 3 * hour)).toMatchObject({ action: 'pause' });
  });

  it('says stop for a day when an episode began within 24 hours after another', () => {
    const near = advise([episode(0, 0), episode(day, day)], start + day);
    expect(near).toMatchObject({ action: 'stop-for-a-day', reason: 'repeated-within-a-day' });
    const apart = advise([episode(0, 0), episode(day + 1, day + 1)], start + day + 1);
    expect(apart).toMatchObject({ action: 'pause' });
  });

  it('says none from the moment to retry on', () => {
    expect(advise([episode(0, 0)], start + hour - 1).action).toBe('pause');
    expect(advise([episode(0, 0)], start + hour)).toMatchObject({ action: 'none', reason: 'over' });
  });

  it('sends to support after five episodes in 14 days that kept the pauses', () => {
    const five = [0, 2, 4, 6, 8].map((days) => episode(days * day, days * day + 1));
    expect(advise(five, start + 8 * day + 2).action).toBe('contact-support');
    expect(advise(five.slice(1), start + 8 * day + 2).action).toBe('pause');
  });

  it('does not send to support who retried before the pause was over', () => {
    const hasty = [0, 2, 4, 6].map((days) => episode(days * day, days * day + 1));
    const again = episode(6 * day + hour, 6 * day + 2 * hour);
    expect(advise([...hasty, again], start + 6 * day + 2 * hour).action).toBe('stop-for-a-day');
  });

  it('leaves out episodes that a recipient’s server caused', () => {
    const theirs = episode(0, 0, { direction: 'recipient-server' });
    expect(advise([theirs], start).action).toBe('none');
  });
});
