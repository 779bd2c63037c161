import type { Bucket } from '../../app/api/contract.ts';
import type { TimeRange } from '../view/view.ts';
import { xOf } from './time-scale.ts';

/** What stands inside the range, neighbours taken together until each bar has at least `least` pixels. */
export function barsOf(
  buckets: readonly Bucket[],
  range: TimeRange,
  width: number,
  least = 3,
): readonly Bucket[] {
  const inside = buckets.filter(({ from, to }) => to > range.from && from < range.to);
  const together = Math.ceil((inside.length * least) / Math.max(least, width));
  if (together <= 1) return inside;
  const bars: Bucket[] = [];
  for (let at = 0; at < inside.length; at += together) {
    const group = inside.slice(at, at + together);
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    bars.push({
      from: first.from,
      to: last.to,
      transient: sum(group, 'transient'),
      permanent: sum(group, 'permanent'),
      sent: sum(group, 'sent'),
    });
  }
  return bars;
}

const sum = (group: readonly Bucket[], series: 'transient' | 'permanent' | 'sent'): number =>
  group.reduce((total, bucket) => total + bucket[series], 0);

/** The bar at a moment, by bisection; -1 where none is. */
export function barAt(bars: readonly Bucket[], at: number): number {
  let low = 0;
  let high = bars.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bar = bars[middle];
    if (bar === undefined) return -1;
    if (at < bar.from) high = middle - 1;
    else if (at >= bar.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

export interface Box {
  readonly range: TimeRange;
  readonly width: number;
  readonly height: number;
}

/** One rejection beside hundreds is still seen; none is never drawn as one. */
const leastHeight = 3;
const widestBar = 40;

/**
 * Both series as one path each: two thousand bars cost the page two elements, so that a step of the zoom
 * is drawn within a frame.
 */
export function barPaths(
  bars: readonly Bucket[],
  { range, width, height }: Box,
  top: number,
): { readonly transient: string; readonly permanent: string } {
  let transient = '';
  let permanent = '';
  const heightOf = (count: number) =>
    count === 0 ? 0 : Math.max(leastHeight, (count / Math.max(1, top)) * height);
  for (const bar of bars) {
    if (bar.transient + bar.permanent === 0) continue;
    const left = xOf(bar.from, range, width);
    const full = xOf(bar.to, range, width) - left;
    const wide = Math.min(widestBar, Math.max(1, full > 4 ? full * 0.82 : full - 0.5));
    const x = left + (full - wide) / 2;
    const low = heightOf(bar.transient);
    const high = heightOf(bar.permanent);
    if (low > 0) transient += rectangle(x, height - low, wide, low);
    if (high > 0) permanent += rectangle(x, height - low - high, wide, high);
  }
  return { transient, permanent };
}

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;

/** Sent mail, level within each bar. */
export function sentPath(
  bars: readonly Bucket[],
  { range, width, height }: Box,
  top: number,
): string {
  return bars
    .map((bar, index) => {
      const y = short(height - (bar.sent / Math.max(1, top)) * height);
      const start = `${short(xOf(bar.from, range, width))} ${y}`;
      return `${index === 0 ? 'M' : 'L'}${start}H${short(xOf(bar.to, range, width))}`;
    })
    .join('');
}

/** Tenths of a pixel: no eye sees more, and the path is half as long. */
const short = (value: number): string => String(Math.round(value * 10) / 10);
