import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, hour } from '../../../app/health/episodes.ts';
import {
  highestWithoutRejection,
  indexSent,
  ownRejectionTimes,
  paceUpTo,
  spans,
} from '../../../app/health/pace.ts';
import { columnsOf, sentOf } from './columns.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);
const index = (...mails: Parameters<typeof sentOf>[0]) => indexSent(sentOf(mails), null);
const times = (...at: number[]) => Float64Array.from(at);

describe('paceUpTo', () => {
  it('counts messages and recipients in the 60 seconds, 60 minutes and 24 hours up to a moment', () => {
    const sent = index(
      [start - day + 1, 4],
      [start - hour + 1, 3],
      [start - minute + 1, 2],
      [start, 1],
      [start + 1, 9],
    );
    expect(paceUpTo(sent, start)).toEqual({
      minute: { messages: 2, recipients: 3 },
      hour: { messages: 3, recipients: 6 },
      day: { messages: 4, recipients: 10 },
    });
  });

  it('leaves out what lies a whole stretch back', () => {
    expect(paceUpTo(index(start - minute), start).minute.messages).toBe(0);
  });

  it('looks at no more than the window', () => {
    const sent = indexSent(sentOf([start - 2, start - 1]), start - 1);
    expect(paceUpTo(sent, start).day.messages).toBe(1);
  });
});

describe('highestWithoutRejection', () => {
  it('is the busiest stretch where nothing was rejected', () => {
    const sent = index(start, start + 1000, [start + 2000, 5], start + 2 * minute);
    expect(highestWithoutRejection(sent, times())).toEqual({
      minute: { messages: 3, recipients: 7 },
      hour: { messages: 4, recipients: 8 },
      day: { messages: 4, recipients: 8 },
    });
  });

  it('does not count what led up to a rejection', () => {
    const quiet = [start, start + hour, start + 2 * hour];
    const burst = Array.from({ length: 40 }, (_, at) => start + 10 * day + at * 1000);
    const found = highestWithoutRejection(
      index(...quiet, ...burst),
      times(start + 10 * day + 39_000),
    );
    expect(found).toEqual({
      minute: { messages: 1, recipients: 1 },
      hour: { messages: 1, recipients: 1 },
      day: { messages: 3, recipients: 3 },
    });
  });

  it('takes a rejection more than an hour later for another story, in minutes and hours', () => {
    const found = highestWithoutRejection(index(start), times(start + hour + 1));
    expect(found).toMatchObject({ minute: { messages: 1 }, hour: { messages: 1 }, day: null });
    expect(highestWithoutRejection(index(start), times(start + hour)).minute).toBeNull();
  });

  it('is not known where nothing was sent', () => {
    expect(highestWithoutRejection(index(), times())).toEqual({
      ...{ minute: null, hour: null, day: null },
    });
  });

  it('agrees with a count by hand', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 5 * 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(moments, moments, (sentMinutes, rejectedMinutes) => {
        const at = [...sentMinutes].sort((a, b) => a - b).map((m) => m * minute);
        const rejected = [...rejectedMinutes].sort((a, b) => a - b).map((m) => m * minute);
        const found = highestWithoutRejection(index(...at), times(...rejected));
        for (const span of ['minute', 'hour', 'day'] as const) {
          const quiet = Math.max(spans[span], hour);
          const counts = at
            .filter((end) => !rejected.some((r) => r > end - spans[span] && r <= end + quiet))
            .map((end) => at.filter((one) => one > end - spans[span] && one <= end).length);
          // The last of several mails of one moment sees them all.
          expect(found[span]?.messages ?? 0).toBe(Math.max(0, ...counts));
        }
      }),
    );
  });
});

it('knows rejections of our own sending only', () => {
  const { columns } = columnsOf([
    { at: 1 },
    { at: 2, direction: 'unknown' },
    { at: 3, direction: 'recipient-server' },
    { at: 4, counted: false },
    { at: 5, throttle: false },
  ]);
  expect([...ownRejectionTimes(columns, null)]).toEqual([1, 2]);
  expect([...ownRejectionTimes(columns, 2)]).toEqual([2]);
});
