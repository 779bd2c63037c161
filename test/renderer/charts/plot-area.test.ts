import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleSteps, scaleTop } from '../../../renderer/charts/plot-area.ts';

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
