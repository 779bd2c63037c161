import { describe, expect, it } from 'vitest';
import { isMine, parseShard } from '../../../app/audit/shard.ts';

const accounts = Array.from({ length: 1000 }, (_, index) => `user${index}@example.com`);

describe('shards', () => {
  it('come from the option, counted from 1, or from Kubernetes, counted from 0', () => {
    expect(parseShard('1/4', {})).toEqual({ ok: true, value: { index: 1, count: 4 } });
    const env = { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '4' };
    expect(parseShard(undefined, env)).toEqual({ ok: true, value: { index: 1, count: 4 } });
    expect(parseShard('2/4', env)).toEqual({ ok: true, value: { index: 2, count: 4 } });
    expect(parseShard(undefined, {})).toEqual({ ok: true, value: null });
  });

  it.each(['0/4', '5/4', '1', '1/0', 'a/b', '1/4/2', '-1/4', ''])('refuse "%s"', (option) => {
    expect(parseShard(option, {})).toMatchObject({ ok: false, problem: { code: 'usage' } });
  });

  it('refuse an environment that makes no sense', () => {
    const env = { JOB_COMPLETION_INDEX: '4', JOB_COMPLETIONS: '4' };
    expect(parseShard(undefined, env)).toMatchObject({ ok: false });
  });

  it('divide the accounts: each is in one shard, and the shards are of like size', () => {
    const sizes = Array.from({ length: 16 }, (_, at) =>
      accounts.filter((account) => isMine({ index: at + 1, count: 16 }, account)),
    );
    expect(sizes.flat().sort()).toEqual([...accounts].sort());
    for (const { length } of sizes) expect(length).toBeGreaterThan(30);
  });

  it('stay the same: an audit that was begun with an older version goes on', () => {
    const first = accounts.slice(0, 8).filter((account) => isMine({ index: 1, count: 4 }, account));
    expect(first).toEqual(['user1@example.com', 'user2@example.com']);
    expect(isMine({ index: 1, count: 4 }, 'USER1@example.com')).toBe(true);
  });
});
