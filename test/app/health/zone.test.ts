import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketBounds,
  bucketSizes,
  chooseBucketSize,
  mostBuckets,
  rememberedOffset,
  weekday,
} from '../../../app/health/zone.ts';
import { day, hour } from '../../../app/health/episodes.ts';
import { isoIn, offsetOf } from '../../../app/text/time.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/New_York',
];
const offsetIn = (zone: string) => (at: number) => offsetOf(zone, at);

describe('bucketBounds', () => {
  it('has days of 23 and 25 hours where clocks change', () => {
    const berlin = offsetIn('Europe/Berlin');
    const spring = bucketBounds(
      Date.UTC(2026, 2, 28, 12),
      Date.UTC(2026, 2, 30, 12),
      'day',
      berlin,
    );
    expect(spring.slice(1).map((end, index) => (end - spring[index]!) / hour)).toEqual([
      24, 23, 24,
    ]);
    const autumn = bucketBounds(
      Date.UTC(2026, 9, 24, 12),
      Date.UTC(2026, 9, 26, 12),
      'day',
      berlin,
    );
    expect(autumn.slice(1).map((end, index) => (end - autumn[index]!) / hour)).toEqual([
      24, 25, 24,
    ]);
  });

  it('keeps the hour apart that comes twice', () => {
    const bounds = bucketBounds(
      Date.UTC(2026, 9, 24, 23, 30),
      Date.UTC(2026, 9, 25, 2, 30),
      'hour',
      offsetIn('Europe/Berlin'),
    );
    expect(bounds.map((at) => isoIn('Europe/Berlin', at).slice(11))).toEqual([
      '01:00:00+02:00',
      '02:00:00+02:00',
      '02:00:00+01:00',
      '03:00:00+01:00',
      '04:00:00+01:00',
    ]);
  });

  it('begins on round times of half-hour zones', () => {
    const bounds = bucketBounds(
      Date.UTC(2026, 2, 1),
      Date.UTC(2026, 2, 2),
      'hour',
      offsetIn('Asia/Kolkata'),
    );
    expect(new Set(bounds.map((at) => isoIn('Asia/Kolkata', at).slice(14, 16)))).toEqual(
      new Set(['00']),
    );
  });

  it('begins weeks on Monday and months on the first', () => {
    const zone = offsetIn('Asia/Shanghai');
    const weeks = bucketBounds(Date.UTC(2026, 2, 4), Date.UTC(2026, 3, 4), 'week', zone);
    expect(isoIn('Asia/Shanghai', weeks[0]!)).toBe('2026-03-02T00:00:00+08:00');
    const months = bucketBounds(Date.UTC(2025, 11, 31), Date.UTC(2026, 1, 4), 'month', zone);
    expect(months.map((at) => isoIn('Asia/Shanghai', at).slice(0, 10))).toEqual([
      ...['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'],
    ]);
  });

  it('covers any range without a gap, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...bucketSizes),
        fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) }),
        fc.integer({ min: 0, max: 40 }),
        (zone, size, from, steps) => {
          const spans = {
            minute: 60_000,
            quarter: 900_000,
            hour,
            day,
            week: 7 * day,
            month: 30 * day,
          };
          const to = from + steps * spans[size];
          const bounds = bucketBounds(from, to, size, offsetIn(zone));
          expect(bounds[0]).toBeLessThanOrEqual(from);
          expect(bounds.at(-1)).toBeGreaterThan(to);
          for (let at = 1; at < bounds.length; at += 1) {
            const length = bounds[at]! - bounds[at - 1]!;
            expect(length).toBeGreaterThan(0);
            expect(length).toBeLessThanOrEqual(spans[size] * 1.6);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('chooses a size that keeps a chart readable, and never more buckets than are allowed', () => {
  expect(chooseBucketSize(6 * hour, 'auto')).toBe('minute');
  expect(chooseBucketSize(10 * day, 'auto')).toBe('hour');
  expect(chooseBucketSize(90 * day, 'auto')).toBe('day');
  expect(chooseBucketSize(20 * 365 * day, 'auto')).toBe('month');
  expect(chooseBucketSize(365 * day, 'minute')).toBe('day');
  for (const size of bucketSizes) {
    const span = 300 * day;
    const chosen = chooseBucketSize(span, size);
    expect(bucketBounds(0, span, chosen, () => 0).length - 1).toBeLessThanOrEqual(mostBuckets);
  }
});

it('remembers offsets without getting one wrong', () => {
  const exact = offsetIn('Australia/Lord_Howe');
  const remembered = rememberedOffset(exact);
  for (let at = Date.UTC(2026, 3, 3); at < Date.UTC(2026, 3, 6); at += 7 * 60_000)
    expect(remembered(at)).toBe(exact(at));
});

it('knows the weekday, Monday first', () => {
  expect(weekday(Math.floor(Date.UTC(2026, 2, 2) / day))).toBe(0);
  expect(weekday(-1)).toBe(2);
});
