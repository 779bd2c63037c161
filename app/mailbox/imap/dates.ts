const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 86_400_000;

/**
 * SINCE and BEFORE (RFC 3501 section 6.4.4) compare the day that INTERNALDATE shows in its own zone, and zones lie
 * between UTC-12 and UTC+14: one day of margin before, and the day after next behind, lose no message.
 */
export const sinceDay = (since: Date): string => searchDay(since.getTime() - dayMs);
export const beforeDay = (before: Date): string => searchDay(before.getTime() + 2 * dayMs);

function searchDay(time: number): string {
  // The date's grammar has four digits for the year; servers count from 1970.
  const day = new Date(Math.min(Math.max(time, 0), Date.UTC(9999, 11, 31)));
  return `${day.getUTCDate()}-${months[day.getUTCMonth()] ?? ''}-${day.getUTCFullYear()}`;
}

const written = /^ ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

/** INTERNALDATE, as in "17-Jul-1996 02:44:25 -0700" (RFC 3501 section 9, date-time); null when it is not one. */
export function parseInternalDate(text: string): Date | null {
  const parts = written.exec(text);
  if (!parts) return null;
  const month = months.indexOf(parts[2] ?? '');
  if (month < 0) return null;
  const number = (index: number) => Number(parts[index]);
  const utc = Date.UTC(number(3), month, number(1), number(4), number(5), number(6));
  const offset = (number(8) * 60 + number(9)) * 60_000;
  return new Date(parts[7] === '-' ? utc + offset : utc - offset);
}
