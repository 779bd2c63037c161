import { describe, expect, it } from 'vitest';
import { findEpisodes, hour, type Rejection } from '../../../app/health/episodes.ts';

const minute = 60_000;
const at = (minutes: number, more: Partial<Rejection> = {}): Rejection => ({
  at: minutes * minute,
  noticeId: minutes,
  permanent: false,
  direction: 'own-account',
  connectionIp: null,
  ...more,
});

describe('findEpisodes', () => {
  it('finds none in nothing', () => {
    expect(findEpisodes([])).toEqual([]);
  });

  it('keeps rejections exactly an hour apart together and splits above', () => {
    const together = findEpisodes([at(0), at(60)]);
    expect(together).toHaveLength(1);
    expect(together[0]).toMatchObject({ startedAt: 0, endedAt: hour, failures: 2 });
    const apart = findEpisodes([at(0), { ...at(60), at: hour + 1 }]);
    expect(apart).toHaveLength(2);
  });

  it('counts notices once, failures each, and transient apart from permanent', () => {
    const [episode] = findEpisodes([
      at(0, { noticeId: 7 }),
      at(1, { noticeId: 7, permanent: true }),
      at(2, { noticeId: 8, permanent: null }),
    ]);
    expect(episode).toMatchObject({ notices: 2, failures: 3, transient: 2, permanent: 1 });
  });

  it('never mixes directions, even where they interleave', () => {
    const other = { direction: 'recipient-server' } as const;
    const episodes = findEpisodes([at(0), at(10, other), at(20), at(30, other)]);
    expect(episodes.map(({ direction, failures }) => [direction, failures])).toEqual([
      ['own-account', 2],
      ['recipient-server', 2],
    ]);
  });

  it('lists each connection IP once, in order of first sight', () => {
    const [episode] = findEpisodes([
      at(0, { connectionIp: '203.0.113.9' }),
      at(1, { connectionIp: '198.51.100.1' }),
      at(2, { connectionIp: '203.0.113.9' }),
    ]);
    expect(episode?.connectionIps).toEqual(['203.0.113.9', '198.51.100.1']);
  });
});
