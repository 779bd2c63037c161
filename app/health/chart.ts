import type { Direction } from '../bounce/notice.ts';
import { directionOf, flag, isRejection, type FailureColumns } from '../store/failure-columns.ts';
import type { SentColumns } from '../store/sent.ts';
import { day, highest, hour } from './episodes.ts';
import {
  bucketBounds,
  chooseBucketSize,
  rememberedOffset,
  weekday,
  type BucketSize,
  type OffsetAt,
} from './zone.ts';

/** What a view shows. Names are numbers of the columns: 0 is "not known", -1 fits nothing, null is all. */
export interface ChartFilter {
  readonly from: number | null;
  readonly to: number | null;
  readonly nature: 'transient' | 'permanent' | null;
  readonly direction: Direction | null;
  readonly ip: number | null;
  readonly domain: number | null;
  readonly program: number | null;
}

export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly transient: number;
  readonly permanent: number;
  readonly sent: number;
}

export interface Group {
  readonly id: number;
  readonly transient: number;
  readonly permanent: number;
}
export interface Groups {
  /** The largest first. */
  readonly groups: readonly Group[];
  /** How many more there are. */
  readonly rest: number;
}

export interface Chart {
  readonly bucketSize: BucketSize;
  readonly buckets: readonly Bucket[];
  readonly transient: number;
  readonly permanent: number;
  /** Seven rows, Monday first, of 24 hours of the viewer's zone. */
  readonly hours: readonly (readonly number[])[];
  readonly ips: Groups;
  readonly domains: Groups;
  readonly programs: Groups;
}

const mostGroups = 50;

/** Counts per name: transient in even places, permanent in odd ones. */
class Counts {
  readonly #counts: Uint32Array;
  constructor(column: Uint32Array) {
    this.#counts = new Uint32Array(2 * (highest(column) + 1));
  }

  add(id: number, permanent: number): void {
    const place = 2 * id + permanent;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  largest(): Groups {
    const groups: Group[] = [];
    for (let id = 0; 2 * id < this.#counts.length; id += 1) {
      const transient = this.#counts[2 * id] ?? 0;
      const permanent = this.#counts[2 * id + 1] ?? 0;
      if (transient + permanent > 0) groups.push({ id, transient, permanent });
    }
    const size = (group: Group): number => group.transient + group.permanent;
    groups.sort((a, b) => size(b) - size(a) || a.id - b.id);
    return { groups: groups.slice(0, mostGroups), rest: Math.max(0, groups.length - mostGroups) };
  }
}

/**
 * Everything that the charts draw for one filter, in one pass over the rejections.
 * @param range the chart's ends where the filter leaves them open
 */
export function drawChart(
  rejections: FailureColumns,
  sent: SentColumns,
  filter: ChartFilter,
  range: { from: number; to: number },
  wanted: BucketSize | 'auto',
  zone: OffsetAt,
): Chart {
  const from = filter.from ?? range.from;
  const to = Math.max(from, filter.to ?? range.to);
  const bucketSize = chooseBucketSize(to - from, wanted);
  const bounds = bucketBounds(from, to, bucketSize, zone);
  const buckets = bounds.slice(1).map((end, index) => ({
    ...{ from: bounds[index] ?? end, to: end },
    ...{ transient: 0, permanent: 0, sent: 0 },
  }));
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const ips = new Counts(rejections.ip);
  const domains = new Counts(rejections.domain);
  const programs = new Counts(rejections.program);
  const offsetAt = rememberedOffset(zone);
  const { at, flags, ip, domain, program } = rejections;
  const totals = [0, 0];
  let place = 0;
  const end = filter.to ?? Infinity;
  for (let row = firstAtOrAfter(at, filter.from ?? -Infinity); row < rejections.length; row += 1) {
    const time = at[row] ?? 0;
    if (time >= end) break;
    const bits = flags[row] ?? 0;
    if (!isRejection(bits)) continue;
    const permanent = (bits & flag.permanent) === 0 ? 0 : 1;
    if (filter.nature !== null && (filter.nature === 'permanent') !== (permanent === 1)) continue;
    if (filter.direction !== null && directionOf(bits) !== filter.direction) continue;
    if (filter.ip !== null && ip[row] !== filter.ip) continue;
    if (filter.domain !== null && domain[row] !== filter.domain) continue;
    if (filter.program !== null && program[row] !== filter.program) continue;
    totals[permanent] = (totals[permanent] ?? 0) + 1;
    ips.add(ip[row] ?? 0, permanent);
    domains.add(domain[row] ?? 0, permanent);
    programs.add(program[row] ?? 0, permanent);
    const local = time + offsetAt(time);
    const dayNumber = Math.floor(local / day);
    const line = hours[weekday(dayNumber)];
    const hourOfDay = Math.floor((local - dayNumber * day) / hour);
    if (line) line[hourOfDay] = (line[hourOfDay] ?? 0) + 1;
    while (place < buckets.length && (buckets[place]?.to ?? 0) <= time) place += 1;
    const bucket = buckets[place];
    if (!bucket || time < bucket.from) continue;
    if (permanent === 1) bucket.permanent += 1;
    else bucket.transient += 1;
  }
  countSent(buckets, sent);
  return {
    ...{ bucketSize, buckets, hours },
    transient: totals[0] ?? 0,
    permanent: totals[1] ?? 0,
    ips: ips.largest(),
    domains: domains.largest(),
    programs: programs.largest(),
  };
}

function countSent(
  buckets: { readonly to: number; from: number; sent: number }[],
  sent: SentColumns,
): void {
  let row = firstAtOrAfter(sent.at, buckets[0]?.from ?? Infinity);
  for (const bucket of buckets) {
    const next = firstAtOrAfter(sent.at, bucket.to);
    bucket.sent = next - row;
    row = next;
  }
}

/** The number of the first value at or above a bound, in ascending values. */
function firstAtOrAfter(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
