import type { TimeRange } from '../view/view.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Finer than this a chart of rejections says nothing. */
export const shortestSpan = 5 * minute;
/** Beyond a century nothing was mailed; it bounds what zooming out can ask for. */
const longestSpan = 36_600 * day;

export const xOf = (at: number, { from, to }: TimeRange, width: number): number =>
  ((at - from) / Math.max(1, to - from)) * width;

export const timeAt = (x: number, { from, to }: TimeRange, width: number): number =>
  from + (x / Math.max(1, width)) * (to - from);

/** Zooms by a factor (below 1: in) so that `at` stays where it is. */
export function zoomAround(at: number, { from, to }: TimeRange, factor: number): TimeRange {
  const span = to - from;
  const wanted = Math.min(longestSpan, Math.max(shortestSpan, span * factor));
  const share = (at - from) / Math.max(1, span);
  const start = Math.round(at - share * wanted);
  return { from: start, to: Math.round(start + wanted) };
}

/** Moves by a share of its own length: 1 is a whole window later. */
export function panBy({ from, to }: TimeRange, share: number): TimeRange {
  const by = Math.round((to - from) * share);
  return { from: from + by, to: to + by };
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';
interface Step {
  readonly unit: Unit;
  readonly count: number;
  readonly length: number;
}
const step = (unit: Unit, count: number, length: number): Step => ({
  unit,
  count,
  length: count * length,
});
const steps: readonly Step[] = [
  ...[1, 5, 10, 15, 30].map((count) => step('minute', count, minute)),
  ...[1, 3, 6, 12].map((count) => step('hour', count, hour)),
  ...[1, 2, 7, 14].map((count) => step('day', count, day)),
  ...[1, 3, 6].map((count) => step('month', count, 30.4 * day)),
  ...[1, 2, 5, 10, 20].map((count) => step('year', count, 365 * day)),
];

/** Which words a tick needs: a clock time, a day, a month or a year. */
export type TickKind = 'time' | 'day' | 'month' | 'year';
export interface Tick {
  readonly at: number;
  readonly kind: TickKind;
}

/** Round moments of the viewer's calendar inside the range, at most about `most` of them. */
export function ticksOf({ from, to }: TimeRange, most: number): readonly Tick[] {
  const wanted = (to - from) / Math.max(1, most);
  const chosen = steps.find(({ length }) => length >= wanted) ?? steps.at(-1);
  if (chosen === undefined) return [];
  const ticks: Tick[] = [];
  // Local calendar steps: on the day on which clocks change, noon is still noon.
  for (let at = firstTick(from, chosen); at.getTime() <= to && ticks.length < 100;) {
    if (at.getTime() >= from) ticks.push({ at: at.getTime(), kind: kindOf(at, chosen.unit) });
    const before = at.getTime();
    at = nextTick(at, chosen);
    if (at.getTime() <= before) break;
  }
  return ticks;
}

function firstTick(from: number, { unit, count }: Step): Date {
  const at = new Date(from);
  at.setSeconds(0, 0);
  if (unit === 'minute') at.setMinutes(at.getMinutes() - (at.getMinutes() % count));
  else if (unit === 'hour') at.setHours(at.getHours() - (at.getHours() % count), 0);
  else if (unit === 'day') {
    at.setHours(0, 0);
    if (count >= 7) at.setDate(at.getDate() - ((at.getDay() + 6) % 7));
  } else if (unit === 'month') {
    at.setHours(0, 0);
    at.setMonth(at.getMonth() - (at.getMonth() % count), 1);
  } else {
    at.setHours(0, 0);
    at.setFullYear(at.getFullYear() - (at.getFullYear() % count), 0, 1);
  }
  return at;
}

function nextTick(before: Date, { unit, count }: Step): Date {
  const at = new Date(before);
  if (unit === 'minute') return new Date(before.getTime() + count * minute);
  if (unit === 'hour') {
    at.setHours(at.getHours() + count);
    // An hour that the clocks skip would stand still.
    return at.getTime() > before.getTime() ? at : new Date(before.getTime() + count * hour);
  }
  if (unit === 'day') at.setDate(at.getDate() + count);
  else if (unit === 'month') at.setMonth(at.getMonth() + count);
  else at.setFullYear(at.getFullYear() + count);
  return at;
}

/** A tick at midnight names its day, the first of January its year: what is new is what is said. */
function kindOf(at: Date, unit: Unit): TickKind {
  if (unit === 'year') return 'year';
  if (unit === 'month') return at.getMonth() === 0 ? 'year' : 'month';
  if (unit === 'day') return 'day';
  return at.getHours() === 0 && at.getMinutes() === 0 ? 'day' : 'time';
}

/** The words of the axis in the reader's language. */
export function tickWords(language: string): (tick: Tick) => string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options);
  const formats = {
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: format({ day: 'numeric', month: 'short' }),
    month: format({ month: 'short' }),
    year: format({ year: 'numeric' }),
  };
  return ({ at, kind }) => formats[kind].format(at);
}
