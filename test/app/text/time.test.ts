import { describe, expect, it } from 'vitest';
import { isTimeZone, isoIn, startOfDay } from '../../../app/text/time.ts';

describe('isoIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-02T08:14:05+08:00'],
    ['UTC', '2026-03-02T00:14:05+00:00'],
    ['Asia/Kolkata', '2026-03-02T05:44:05+05:30'],
    ['America/St_Johns', '2026-03-01T20:44:05-03:30'],
  ])('%s', (zone, expected) => {
    expect(isoIn(zone, Date.UTC(2026, 2, 2, 0, 14, 5))).toBe(expected);
  });

  it('follows daylight saving', () => {
    expect(isoIn('Europe/Berlin', Date.UTC(2026, 6, 1))).toBe('2026-07-01T02:00:00+02:00');
    expect(isoIn('Europe/Berlin', Date.UTC(2026, 0, 1))).toBe('2026-01-01T01:00:00+01:00');
  });
});

describe('startOfDay', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-02', '2026-03-01T16:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ])('%s %s', (zone, date, expected) => {
    expect(new Date(startOfDay(zone, date) ?? NaN).toISOString()).toBe(expected);
  });

  it.each(['2026-02-30', '2026-3-2', 'yesterday', ''])('refuses %s', (date) => {
    expect(startOfDay('UTC', date)).toBeNull();
  });
});

it('knows zones from other words', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});
