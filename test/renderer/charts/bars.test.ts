import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../app/api/contract.ts';
import { barAt, barPaths, barsOf } from '../../../renderer/charts/bars.ts';
import { bandsPath } from '../../../renderer/charts/timeline-plot.tsx';

const hour = 3_600_000;
const buckets = (count: number): Bucket[] =>
  Array.from({ length: count }, (_, index) => ({
    from: index * hour,
    to: (index + 1) * hour,
    transient: index % 3,
    permanent: index % 2,
    sent: index,
  }));
const sum = (bars: readonly Bucket[]) =>
  bars.reduce((total, bar) => total + bar.transient + bar.permanent + bar.sent, 0);

describe('bars', () => {
  it('lose nothing when neighbours are taken together, and are never thinner than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 30, max: 2000 }),
        (count, width) => {
          const all = buckets(count);
          const bars = barsOf(all, { from: 0, to: count * hour }, width);
          expect(sum(bars)).toBe(sum(all));
          expect(bars.length).toBeLessThanOrEqual(Math.ceil(width / 3));
        },
      ),
    );
  });

  it('leave out what lies outside the range', () => {
    const bars = barsOf(buckets(10), { from: 2 * hour, to: 4 * hour }, 500);
    expect(bars.map(({ from }) => from / hour)).toEqual([2, 3]);
  });

  it('are found by their moment', () => {
    const bars = buckets(100);
    expect(barAt(bars, 41.5 * hour)).toBe(41);
    expect(barAt(bars, 0)).toBe(0);
    expect(barAt(bars, 100 * hour)).toBe(-1);
    expect(barAt(bars, -1)).toBe(-1);
    expect(barAt([], 0)).toBe(-1);
  });

  it('draw one rejection beside thousands, and nothing for none', () => {
    const one = { from: 0, to: hour, transient: 1, permanent: 0, sent: 5 };
    const box = { range: { from: 0, to: 2 * hour }, width: 100, height: 100 };
    const { transient, permanent } = barPaths([one], box, 10_000);
    expect(transient).toMatch(/^M[\d.]+ 97h/);
    expect(permanent).toBe('');
  });
});

describe('bands', () => {
  const box = { range: { from: 0, to: 10 * hour }, width: 100, height: 50 };
  const count = (path: string) => path.split('M').length - 1;

  it('cover the bars that an episode touches', () => {
    const path = bandsPath([{ startedAt: 2.4 * hour, endedAt: 3.2 * hour }], buckets(10), box);
    expect(path).toBe('M20 0h20v50h-20z');
  });

  it('are one where episodes touch neighbouring bars, and few for thousands', () => {
    const two = [
      { startedAt: hour, endedAt: 1.1 * hour },
      { startedAt: 2.5 * hour, endedAt: 2.6 * hour },
    ];
    expect(count(bandsPath(two, buckets(10), box))).toBe(1);
    const many = Array.from({ length: 5000 }, (_, index) => ({
      startedAt: (index / 500) * hour,
      endedAt: (index / 500) * hour,
    }));
    expect(count(bandsPath(many, [], box))).toBeLessThanOrEqual(20);
  });
});
