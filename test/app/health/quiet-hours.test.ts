import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../../app/health/quiet-hours.ts';
import { offsetOf } from '../../../app/text/time.ts';

const berlin = (at: number) => offsetOf('Europe/Berlin', at);
const night = { from: '22:30', to: '07:00' };
const noon = { from: '12:00', to: '13:30' };
/** @param date with its offset, so that it says which moment is meant */
const until = (quiet: typeof night, date: string): string | null => {
  const end = quietUntil(quiet, Date.parse(date), berlin);
  return end === null ? null : new Date(end).toISOString();
};

describe('quiet hours', () => {
  it.each([
    ['2026-01-15T22:29:59+01:00', null],
    ['2026-01-15T22:30:00+01:00', '2026-01-16T06:00:00.000Z'],
    ['2026-01-15T23:59:59+01:00', '2026-01-16T06:00:00.000Z'],
    ['2026-01-16T00:00:00+01:00', '2026-01-16T06:00:00.000Z'],
    ['2026-01-16T06:59:59+01:00', '2026-01-16T06:00:00.000Z'],
    ['2026-01-16T07:00:00+01:00', null],
  ])('around midnight, at %s', (date, end) => {
    expect(until(night, date)).toBe(end);
  });

  it('within a day', () => {
    expect(until(noon, '2026-07-01T12:10:00+02:00')).toBe('2026-07-01T11:30:00.000Z');
    expect(until(noon, '2026-07-01T13:30:00+02:00')).toBeNull();
  });

  it('end by the clock on the wall in the nights when it changes', () => {
    // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
    expect(until(night, '2026-03-28T23:00:00+01:00')).toBe('2026-03-29T05:00:00.000Z');
    expect(until(night, '2026-10-24T23:00:00+02:00')).toBe('2026-10-25T06:00:00.000Z');
    const skipped = { from: '01:00', to: '02:30' };
    expect(until(skipped, '2026-03-29T01:30:00+01:00')).toBe('2026-03-29T01:30:00.000Z');
    const twice = { from: '02:00', to: '02:30' };
    expect(until(twice, '2026-10-25T02:10:00+02:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(until(twice, '2026-10-25T02:10:00+01:00')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('are none where none are chosen', () => {
    expect(quietUntil(null, 0, berlin)).toBeNull();
    expect(until({ from: '08:00', to: '08:00' }, '2026-01-15T08:00:00+01:00')).toBeNull();
  });
});
