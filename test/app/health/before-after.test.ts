import { describe, expect, it } from 'vitest';
import { beforeAndAfter, week } from '../../../app/health/before-after.ts';
import type { Episode } from '../../../app/health/episodes.ts';

const change = Date.UTC(2026, 2, 2);
const episode = (weeks: number, direction: Episode['direction'] = 'own-account'): Episode => ({
  startedAt: change + weeks * week,
  endedAt: change + weeks * week + 60_000,
  notices: 1,
  failures: 1,
  transient: 1,
  permanent: 0,
  direction,
  recipients: 1,
  stages: [],
  connectionIps: [],
  recipientDomains: [],
  programs: [],
});
const episodes = [-3.5, -3, -2.5, -2, -1, -0.5, 0.5, 1.5].map((weeks) => episode(weeks));
const at = (weeks: number) => change + weeks * week;

describe('episodes per week', () => {
  it('are compared once two weeks were read on both sides', () => {
    expect(beforeAndAfter(episodes, [change], at(-4), at(2))).toEqual({
      changedAt: change,
      before: { episodes: 6, weeks: 4, perWeek: 1.5 },
      after: { episodes: 2, weeks: 2, perWeek: 1 },
    });
  });

  it.each([
    ['no change', [], -4, 4],
    ['too little before', [change], -1.9, 4],
    ['too little after', [change], -4, 1.9],
    ['nothing read after', [change], -4, -1],
    ['a change in the future', [at(10)], -4, 4],
  ] as const)('are not compared with %s', (_why, changes, since, scanned) => {
    expect(beforeAndAfter(episodes, changes, at(since), at(scanned))).toBeNull();
  });

  it('are not compared for an account that was never read', () => {
    expect(beforeAndAfter(episodes, [change], null, null)).toBeNull();
  });

  it('look eight weeks around and end at the next change', () => {
    expect(beforeAndAfter(episodes, [change], at(-50), at(50))).toMatchObject({
      before: { weeks: 8 },
      after: { weeks: 8 },
    });
    expect(beforeAndAfter(episodes, [at(-3), change, at(3)], at(-50), at(3.5))).toMatchObject({
      changedAt: change,
      before: { weeks: 3, episodes: 5 },
      after: { weeks: 3, episodes: 2 },
    });
  });

  it('leave out what a recipient’s server refused', () => {
    const others = [episode(-1, 'recipient-server'), episode(1, 'recipient-server')];
    expect(beforeAndAfter(others, [change], at(-4), at(4))).toMatchObject({
      before: { episodes: 0 },
      after: { episodes: 0 },
    });
  });
});
