import { day, hour } from './episodes.ts';

/** How far the viewer's zone lies east of UTC at a moment, in milliseconds. */
export type OffsetAt = (at: number) => number;

const minute = 60_000;
const quarter = 15 * minute;

/**
 * The same, for moments asked in order: zones change seldom and on quarters of an hour, so most answers are remembered.
 */
export function rememberedOffset(offsetAt: OffsetAt): OffsetAt {
  let from = Infinity;
  let to = -Infinity;
  let offset = 0;
  return (at) => {
    if (at >= from && at < to) return offset;
    const start = Math.floor(at / day) * day;
    const steady = offsetAt(start) === offsetAt(start + day);
    from = steady ? start : Math.floor(at / quarter) * quarter;
    to = steady ? start + day : from + quarter;
    return (offset = offsetAt(from));
  };
}

export const bucketSizes = ['minute', 'quarter', 'hour', 'day', 'week', 'month'] as const;
export type BucketSize = (typeof bucketSizes)[number];

/** More would be thinner than a pixel; it also bounds what a request from the window can cost. */
export const mostBuckets = 2000;
/** So many stand side by side without touching. */
const comfortable = 400;

const shortest: Readonly<Record<BucketSize, number>> = {
  minute,
  quarter,
  hour: hour / 2,
  day: 22 * hour,
  week: 6.9 * day,
  month: 28 * day,
};

/** The finest size that keeps a chart readable, or the one asked for unless it makes too many. */
export function chooseBucketSize(span: number, wanted: BucketSize | 'auto'): BucketSize {
  if (wanted === 'auto') {
    const typical = { ...shortest, hour, day, week: 7 * day, month: 30 * day };
    return bucketSizes.find((size) => span / typical[size] <= comfortable) ?? 'month';
  }
  const first = bucketSizes.indexOf(wanted);
  return (
    bucketSizes.slice(first).find((size) => span / shortest[size] < mostBuckets - 2) ?? 'month'
  );
}

/** The bounds of the buckets that hold [from, to], on round times of the zone's own clocks. n buckets have n + 1 bounds. */
export function bucketBounds(
  from: number,
  to: number,
  size: BucketSize,
  offsetAt: OffsetAt,
): number[] {
  const bounds = [startOf(from, size, offsetAt)];
  while (bounds.length <= mostBuckets) {
    const last = bounds.at(-1) ?? to;
    if (last > to && bounds.length > 1) break;
    const next = startOf(last, size, offsetAt, 1);
    // Where clocks go back an hour, that hour comes twice: the second one is a bucket of its own.
    bounds.push(next > last ? next : last + (size === 'hour' ? hour : day));
  }
  return bounds;
}

/** When the bucket that holds a moment begins, or the one `steps` further. */
function startOf(at: number, size: BucketSize, offsetAt: OffsetAt, steps = 0): number {
  const offset = offsetAt(at);
  const local = at + offset;
  switch (size) {
    case 'minute':
      return Math.floor(at / minute) * minute + steps * minute;
    case 'quarter':
      return Math.floor(local / quarter) * quarter - offset + steps * quarter;
    case 'hour': {
      // Within one offset, so that the repeated hour of an autumn night stays apart from the first.
      const start = Math.floor(local / hour) * hour - offset;
      if (steps === 0) return start;
      const next = start + hour;
      const shift = offsetAt(next) - offset;
      return shift % hour === 0 ? next : fromLocal(next + offset, offsetAt);
    }
    case 'day':
      return fromLocal((Math.floor(local / day) + steps) * day, offsetAt);
    case 'week':
      return fromLocal((mondayOf(Math.floor(local / day)) + 7 * steps) * day, offsetAt);
    case 'month': {
      const date = new Date(local);
      return fromLocal(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps), offsetAt);
    }
  }
}

/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const mondayOf = (dayNumber: number): number => dayNumber - weekday(dayNumber);
/** Monday is 0. */
export const weekday = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** The moment at which the zone's clocks show a time; where they skip it, the moment of the change. */
export function fromLocal(local: number, offsetAt: OffsetAt): number {
  const guess = local - offsetAt(local);
  const candidates = [local - offsetAt(guess), local - offsetAt(guess - day), guess];
  const shown = candidates.filter((at) => at + offsetAt(at) === local);
  if (shown.length > 0) return Math.min(...shown);
  // Skipped: the later offset reaches back before the change, the earlier one past it.
  return Math.max(...candidates);
}
