const minute = 60_000;
const day = 24 * 60 * minute;
/** The sample's people live in China: UTC+8 all year. */
const chinaOffset = 8 * 60 * minute;

/**
 * The sample's clock. Everything is dated by days before today and the time of day in China, so that
 * the sample of one day is the same at every hour of it, only longer or shorter at its end.
 */
export class Calendar {
  /** Days since 1970 in China. */
  readonly today: number;

  constructor(now: Date) {
    this.today = Math.floor((now.getTime() + chinaOffset) / day);
  }

  at(daysAgo: number, hour: number, minutes: number, seconds = 0): Date {
    const midnight = (this.today - daysAgo) * day - chinaOffset;
    return new Date(midnight + (hour * 60 + minutes) * minute + seconds * 1000);
  }

  /** 1 (Monday) to 7 (Sunday). */
  weekday(daysAgo: number): number {
    // 1 January 1970 was a Thursday.
    return ((((this.today - daysAgo + 3) % 7) + 7) % 7) + 1;
  }
}

export const later = (time: Date, seconds: number): Date =>
  new Date(time.getTime() + seconds * 1000);

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** RFC 5322 section 3.3, at +0800. */
export function mailDate(time: Date): string {
  const local = new Date(time.getTime() + chinaOffset);
  const date = `${weekdays[local.getUTCDay()] ?? ''}, ${local.getUTCDate()} ${months[local.getUTCMonth()] ?? ''} ${local.getUTCFullYear()}`;
  return `${date} ${clock(local)} +0800`;
}

/** As Chinese notices write it: 2026-03-02 08:14:05. */
export function chineseDate(time: Date): string {
  const local = new Date(time.getTime() + chinaOffset);
  return `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())} ${clock(local)}`;
}

const clock = (local: Date): string =>
  `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
