import { expect, it } from 'vitest';
import { measureCoverage, share } from '../../../app/health/coverage.ts';
import { columnsOf } from './columns.ts';

it('counts each original once, and those without a Message-ID on neither side', () => {
  const { columns } = columnsOf([
    { at: 1, notice: 1, original: '<a@x>', inSent: true, recipient: 'a@example.com' },
    { at: 1, notice: 1, original: '<a@x>', inSent: true, recipient: 'b@example.com' },
    { at: 2, notice: 2, original: '<a@x>', inSent: true, counted: false },
    { at: 3, notice: 3, original: '<b@x>' },
    { at: 4, notice: 4, original: '<c@x>', throttle: false },
    { at: 5, notice: 5, original: null, recipient: 'a@example.com' },
    { at: 5, notice: 5, original: null, recipient: 'b@example.com' },
  ]);
  const coverage = measureCoverage(columns, null);
  expect(coverage).toEqual({
    all: { inSent: 1, missing: 2 },
    own: { inSent: 1, missing: 1 },
    unknown: 1,
  });
  expect(share(coverage.own)).toBe(0.5);
});

it('says nothing where no original is known', () => {
  const { columns } = columnsOf([{ at: 1, original: null }]);
  expect(share(measureCoverage(columns, null).all)).toBeNull();
});
