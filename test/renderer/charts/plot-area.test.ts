import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket, EpisodeRow } from '../../../app/api/contract.ts';
import { bucketAt, middleOf, scaleSteps, scaleTop } from '../../../renderer/charts/plot-area.ts';
import { bandsOf } from '../../../renderer/charts/timeline-plot.tsx';

describe('finding the bucket under the pointer', () => {
  it('finds each bucket at its own middle, whatever the width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        (width, count, any) => {
          const index = any % count;
          expect(bucketAt(middleOf(index, width, count), width, count)).toBe(index);
        },
      ),
    );
  });

  it('takes the nearest beyond the edges', () => {
    expect(bucketAt(-10, 100, 5)).toBe(0);
    expect(bucketAt(100, 100, 5)).toBe(4);
  });
});

describe('the scale', () => {
  it('holds the largest value in whole steps, with little room to spare', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1_000_000 }), (largest) => {
        const top = scaleTop(largest);
        expect(top).toBeGreaterThanOrEqual(largest);
        expect(top).toBeLessThan(largest * 2);
        expect(Number.isInteger(top / scaleSteps)).toBe(true);
      }),
    );
    expect([0, 1, 4, 44, 100].map(scaleTop)).toEqual([4, 4, 4, 48, 100]);
  });
});

describe('bands of episodes', () => {
  const buckets = Array.from({ length: 6 }, (_, index): Bucket => {
    return { from: index * 10, to: index * 10 + 10, transient: 0, permanent: 0, sent: 0 };
  });
  const episode = (startedAt: number, endedAt: number) => ({ startedAt, endedAt }) as EpisodeRow;

  it('cover the buckets an episode touches, and no other', () => {
    expect(bandsOf([episode(12, 25)], buckets)).toEqual([{ from: 10, to: 20 }]);
    expect(bandsOf([episode(10, 10)], buckets)).toEqual([{ from: 10, to: 10 }]);
    expect(bandsOf([episode(-50, -1), episode(60, 90)], buckets)).toEqual([]);
  });

  it('join where episodes share or follow a bucket, and part where one lies between', () => {
    expect(bandsOf([episode(1, 2), episode(8, 12)], buckets)).toEqual([{ from: 0, to: 10 }]);
    expect(bandsOf([episode(1, 2), episode(21, 22)], buckets)).toEqual([
      { from: 0, to: 0 },
      { from: 20, to: 20 },
    ]);
  });
});
