import { makeDate } from '../decode/date.ts';
import type { ParsedDate } from '../decode/date.ts';

/** What a log leaves out about its times. */
export interface LogClock {
  /** Gives the year to syslog's stamps, which have none: the latest one not after this moment (and a day). */
  readonly now: Date | null;
  /** Minutes east of UTC for a local time that names no zone, given as if it were UTC in epoch milliseconds. */
  readonly offsetAt: (localMs: number) => number;
}

const iso =
  /(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2}(?!\d))?/;
const syslog = /^(?:<\d{1,3}>)?([A-Z][a-z]{2})\s{1,2}(\d{1,2})\s(\d{2}):(\d{2}):(\d{2})\b/;
const common =
  /(?<!\d)(\d{1,2})[/-]([A-Z][a-z]{2})[/-](\d{4})[: ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d{1,9})?(?:\s([+-]\d{4}))?/;
const java = /\b([A-Z][a-z]{2})\s(\d{1,2}),\s(\d{4}),?\s(\d{1,2}):(\d{2}):(\d{2})\s(AM|PM)\b/;

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The time that stands at or near a log line's start; null when there is none. */
export function readTime(line: string, clock: LogClock): ParsedDate | null {
  const head = line.slice(0, 120);
  const exact = iso.exec(head);
  if (exact) {
    const [, year, month, day, ...time] = exact;
    return build(Number(year), Number(month) - 1, Number(day), time.slice(0, 3), exact[7], clock);
  }
  const bsd = syslog.exec(head);
  if (bsd) return withoutYear(names.indexOf(bsd[1] ?? ''), Number(bsd[2]), bsd.slice(3, 6), clock);
  const web = common.exec(head);
  if (web)
    return build(
      Number(web[3]),
      names.indexOf(web[2] ?? ''),
      Number(web[1]),
      web.slice(4, 7),
      web[7],
      clock,
    );
  const spoken = java.exec(head);
  if (!spoken) return null;
  const hour = (Number(spoken[4]) % 12) + (spoken[7] === 'PM' ? 12 : 0);
  const time = [String(hour), spoken[5] ?? '', spoken[6] ?? ''];
  return build(
    Number(spoken[3]),
    names.indexOf(spoken[1] ?? ''),
    Number(spoken[2]),
    time,
    undefined,
    clock,
  );
}

function build(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
  zone: string | undefined,
  clock: LogClock,
): ParsedDate | null {
  const clockTime = [Number(time[0]), Number(time[1]), Number(time[2])] as const;
  const offset =
    zone === undefined ? clock.offsetAt(Date.UTC(year, month, day, ...clockTime)) : offsetOf(zone);
  return makeDate(year, month, day, clockTime, offset);
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

function withoutYear(
  month: number,
  day: number,
  time: readonly (string | undefined)[],
  clock: LogClock,
): ParsedDate | null {
  if (clock.now === null || month < 0) return null;
  const latest = clock.now.getTime() + 24 * 3_600_000;
  const year = clock.now.getUTCFullYear();
  for (const candidate of [year + 1, year, year - 1]) {
    const date = build(candidate, month, day, time, undefined, clock);
    if (date && date.epochMs <= latest) return date;
  }
  return null;
}
