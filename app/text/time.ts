/**
 * Milliseconds since 1970 UTC as ISO 8601 with the offset that a zone has at that moment.
 * @param timeZone an IANA name, such as 'Asia/Shanghai'
 */
export function isoIn(timeZone: string, at: number): string {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '00';
  const zone = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${zone.slice(0, 6)}`;
}

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    });
    formatters.set(timeZone, known);
  }
  return known;
}

/** Whether this system knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Midnight at the start of a calendar day in a zone.
 * @param date YYYY-MM-DD
 * @returns milliseconds since 1970 UTC; null where the text is no date
 */
export function startOfDay(timeZone: string, date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, dayOfMonth] = match.slice(1).map(Number) as [number, number, number];
  const utc = Date.UTC(year, month - 1, dayOfMonth);
  if (new Date(utc).toISOString().slice(0, 10) !== date) return null;
  return utc - offsetOfLocal(timeZone, utc);
}

/**
 * How far a zone lies east of UTC when its clocks show a given time.
 * @param local what the clocks show, as if it were UTC, in milliseconds
 * @returns milliseconds
 */
export function offsetOfLocal(timeZone: string, local: number): number {
  // The zone's offset near that moment, then once more at the moment found, for days on which the clock changes.
  return offsetOf(timeZone, local - offsetOf(timeZone, local));
}

/** How far the machine's own zone lies east of UTC at a moment, in milliseconds. */
export const localOffset = (at: number): number => -new Date(at).getTimezoneOffset() * 60_000;

/** How far a zone lies east of UTC at a moment, in milliseconds. */
export function offsetOf(timeZone: string, at: number): number {
  const local = isoIn(timeZone, at);
  return Date.parse(`${local.slice(0, 19)}Z`) - Math.floor(at / 1000) * 1000;
}
