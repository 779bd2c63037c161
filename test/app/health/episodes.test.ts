import { describe, expect, it } from 'vitest';
import { findEpisodes as find, hour, mostNames } from '../../../app/health/episodes.ts';
import { columnsOf, type TestFailure } from './columns.ts';

const minute = 60_000;
const at = (minutes: number, more: Partial<TestFailure> = {}): TestFailure => ({
  at: minutes * minute,
  notice: minutes + 1,
  ...more,
});
const findEpisodes = (failures: TestFailure[], options = {}) => {
  const { columns, nameOf } = columnsOf(failures);
  return find(columns, nameOf, options);
};

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
      at(0, { notice: 7 }),
      at(1, { notice: 7, permanent: true }),
      at(2, { notice: 8 }),
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
      at(0, { ip: '203.0.113.9' }),
      at(1, { ip: '198.51.100.1' }),
      at(2, { ip: '203.0.113.9' }),
    ]);
    expect(episode?.connectionIps).toEqual(['203.0.113.9', '198.51.100.1']);
  });

  it('leaves out what is not counted, and what arrived before the window', () => {
    const failures = [at(0), at(1, { counted: false }), at(2, { throttle: false })];
    expect(findEpisodes(failures)).toMatchObject([{ failures: 1 }]);
    expect(findEpisodes([at(0), at(1)], { since: minute })).toMatchObject([
      { startedAt: minute, failures: 1 },
    ]);
  });

  it('takes another gap when asked', () => {
    expect(findEpisodes([at(0), at(11)], { gap: 10 * minute })).toHaveLength(2);
    expect(findEpisodes([at(0), at(10)], { gap: 10 * minute })).toHaveLength(1);
  });

  it('counts different recipients, and names stages, domains and programs', () => {
    const [episode] = findEpisodes([
      at(0, { recipient: 'a@x.example.com', stage: 'rcpt', program: 'app.example.com' }),
      at(1, { recipient: 'a@x.example.com', stage: 'data' }),
      at(2, { recipient: 'b@y.example.com', stage: 'rcpt' }),
    ]);
    expect(episode).toMatchObject({
      recipients: 2,
      stages: ['rcpt', 'data'],
      recipientDomains: ['x.example.com', 'y.example.com'],
      programs: ['app.example.com'],
    });
  });

  it('is one episode and one notice where one mail bounces for 500 recipients', () => {
    const failures = Array.from({ length: 500 }, (_, index) =>
      at(0, { notice: 7, recipient: `${index}@d${index}.example.com` }),
    );
    const [episode, ...others] = findEpisodes(failures);
    expect(others).toEqual([]);
    expect(episode).toMatchObject({ notices: 1, failures: 500, recipients: 500 });
    expect(episode?.recipientDomains).toHaveLength(mostNames);
  });
});
