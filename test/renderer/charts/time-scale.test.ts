import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  panBy,
  shortestSpan,
  ticksOf,
  timeAt,
  xOf,
  zoomAround,
} from '../../../renderer/charts/time-scale.ts';

const hour = 3_600_000;
const day = 24 * hour;
const ranges = fc
  .tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: shortestSpan, max: 3e12 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('the scale of time', () => {
  it('finds the moment that it drew at a place', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 4000 }), fc.nat(), (range, width, any) => {
        const at = range.from + (any % (range.to - range.from));
        expect(timeAt(xOf(at, range, width), range, width)).toBeCloseTo(at, -2);
      }),
    );
  });

  it('keeps the moment under the pointer in its place, and stops at five minutes', () => {
    const range = { from: 0, to: 10 * day };
    const near = zoomAround(2 * day, range, 0.5);
    expect(near).toEqual({ from: day, to: 6 * day });
    expect(xOf(2 * day, near, 100)).toBeCloseTo(xOf(2 * day, range, 100));
    const finest = zoomAround(2 * day, range, 1e-9);
    expect(finest.to - finest.from).toBe(shortestSpan);
  });

  it('moves by a share of its length', () => {
    expect(panBy({ from: 0, to: 4 * hour }, -0.25)).toEqual({ from: -hour, to: 3 * hour });
  });

  it('has ascending ticks inside the range, neither crowded nor missing, from minutes to decades', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const ticks = ticksOf(range, 10).map(({ at }) => at);
        expect(ticks.length).toBeLessThanOrEqual(100);
        for (const [index, at] of ticks.entries()) {
          expect(at).toBeGreaterThanOrEqual(range.from);
          expect(at).toBeLessThanOrEqual(range.to);
          if (index > 0) expect(at).toBeGreaterThan(ticks[index - 1] ?? Infinity);
        }
      }),
    );
    for (const length of [hour, day, 30 * day, 400 * day, 9000 * day]) {
      const count = ticksOf({ from: 1.7e12, to: 1.7e12 + length }, 10).length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(12);
    }
  });

  it('stands at round local times, also across the night on which clocks change', () => {
    const from = new Date(2026, 9, 24).getTime();
    for (const { at } of ticksOf({ from, to: from + 3 * day }, 8)) {
      expect(new Date(at).getMinutes()).toBe(0);
      expect(new Date(at).getHours() % 6).toBe(0);
    }
  });
});
