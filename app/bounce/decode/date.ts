/** A moment and the way it was written. */
export interface ParsedDate {
  readonly epochMs: number;
  /** ISO 8601 with the offset that the header has. */
  readonly iso: string;
}

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const pattern =
  /(\d{1,2})[\s-]{1,5}([A-Za-z]{3})[a-z]{0,6}[\s-]{1,5}(\d{2,4})\s{1,5}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s{0,5}([+-]\d{4}|\(?[A-Za-z]{1,5}\)?))?/;
/** `date` and ctime order, as in mbox lines and old servers: Mon Mar  2 08:14:05 2026. */
const ctime =
  /([A-Za-z]{3})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,3}(?:([A-Za-z]{1,5}|[+-]\d{4})\s{1,3})?(\d{4})(?:\s{1,3}([+-]\d{4}))?/;

/** Zone names of RFC 5322 section 4.3, and CST as China's servers use it. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cst: 480,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  msk: 180,
  cet: 60,
  cest: 120,
  bst: 60,
};

/** RFC 5322 section 3.3, lenient about names, separators and missing seconds; null when it is no date. */
export function parseDate(value: string): ParsedDate | null {
  const text = value.slice(0, 200);
  const found = pattern.exec(text);
  if (found)
    return makeDate(
      Number(found[3]),
      monthOf(found[2] ?? ''),
      Number(found[1]),
      [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)],
      zoneOffset(found[7] ?? ''),
    );
  const other = ctime.exec(text);
  if (!other) return null;
  return makeDate(
    Number(other[7]),
    monthOf(other[1] ?? ''),
    Number(other[2]),
    [Number(other[3]), Number(other[4]), Number(other[5] ?? 0)],
    zoneOffset(other[8] ?? other[6] ?? ''),
  );
}

function monthOf(name: string): number {
  const at = months.indexOf(name.toLowerCase());
  return at >= 0 && at % 3 === 0 ? at / 3 : -1;
}

function zoneOffset(zone: string): number {
  const digits = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (digits) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3]);
    return minutes > 15 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes;
  }
  return zones[zone.replace(/[()]/g, '').toLowerCase()] ?? 0;
}

/** Null for impossible dates; two-digit years as RFC 5322 section 4.3 has it. */
export function makeDate(
  writtenYear: number,
  month: number,
  day: number,
  [hour, minute, second]: readonly [number, number, number],
  offsetMinutes: number,
): ParsedDate | null {
  const year =
    writtenYear < 50 ? writtenYear + 2000 : writtenYear < 1000 ? writtenYear + 1900 : writtenYear;
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return null;
  const local = Date.UTC(year, month, day, hour, minute, second);
  const epochMs = local - offsetMinutes * 60_000;
  if (!Number.isFinite(epochMs) || year < 1970 || year > 9999) return null;
  return { epochMs, iso: new Date(local).toISOString().slice(0, 19) + offsetText(offsetMinutes) };
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
