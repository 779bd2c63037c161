import { describe, expect, it } from 'vitest';
import { RemainingTime } from '../../../app/scan/remaining-time.ts';

/** Chunks of 100 messages that take `ms` each, seen from time 1,000 on. */
const observed = (...ms: readonly number[]): RemainingTime => {
  const remaining = new RemainingTime();
  let now = 1_000;
  let done = 0;
  remaining.observe(done, now);
  for (const spent of ms) {
    now += spent;
    done += 100;
    remaining.observe(done, now);
  }
  return remaining;
};

describe('the remaining time', () => {
  it('is unknown until there is something to go by', () => {
    expect(new RemainingTime().of(100)).toBeNull();
    expect(observed().of(100)).toBeNull();
    expect(observed(500, 500).of(100)).toBeNull();
    expect(observed().of(0)).toBe(0);
  });

  it('is what the speed seen so far makes of the rest', () => {
    expect(observed(1000, 1000, 1000).of(5_000)).toBe(50_000);
  });

  it('is steady: one slow chunk of many changes it little', () => {
    const even = Array.from({ length: 60 }, () => 1000);
    const before = observed(...even).of(6_000) ?? 0;
    const after = observed(...even, 3000).of(6_000) ?? 0;
    expect(after / before).toBeGreaterThan(1);
    expect(after / before).toBeLessThan(1.15);
  });

  it('follows a server that has become slower for good', () => {
    const fast = Array.from({ length: 30 }, () => 1000);
    const slow = Array.from({ length: 30 }, () => 4000);
    const left = observed(...fast, ...slow).of(1_000) ?? 0;
    expect(left).toBeGreaterThan(36_000);
    expect(left).toBeLessThan(44_000);
  });

  it('does not take the small first chunks of a long line for its speed', () => {
    const remaining = new RemainingTime();
    // Each takes three round trips of half a second, whatever its size.
    let [now, done] = [1_000, 0];
    remaining.observe(done, now);
    for (const chunk of [100, 200, 400, 800, 1600, 1600]) {
      now += 1500;
      done += chunk;
      remaining.observe(done, now);
    }
    expect(remaining.of(16_000)).toBe(15_000);
  });

  it('counts a pause as time that was needed', () => {
    const without = observed(1000, 1000, 1000, 1000).of(1_000) ?? 0;
    expect(observed(1000, 1000, 11_000, 1000).of(1_000)).toBeGreaterThan(without);
  });
});
