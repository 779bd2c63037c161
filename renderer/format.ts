import { momentFor } from '../app/text/moment.ts';

/** Dates and numbers as the reader's language writes them, in the viewer's zone. */
export interface Format {
  readonly zone: string;
  number(value: number): string;
  /** For the narrow room beside a chart: 1,500; from ten thousand on 20K, 2万. */
  readonly shortNumber: (value: number) => string;
  /** 23 Nov 2026, 14:05 */
  dateTime(at: number): string;
  /** The shortest form that is clear now: 14:05 today, tomorrow 14:05, else day and time. */
  moment(at: number, now: number): string;
  day(at: number): string;
  /** 43 min; 2 h 5 min; 3 days. Never less than a minute. */
  duration(ms: number): string;
  /** just now; 9 days ago */
  ago(at: number, now: number): string;
  list(items: readonly string[]): string;
  /** Between two sentences: Chinese sets nothing there. */
  readonly gap: string;
  /** 10⁴: the power of ten that is nearest. */
  powerOfTen(log10: number): string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `justNow` stands for less than a minute: the language's own word for that is stilted. */
export function formatFor(language: string, justNow: string): Format {
  const options = { hourCycle: 'h23' } as const;
  const date = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const dateTime = new Intl.DateTimeFormat(language, {
    ...options,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const numbers = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const unit = (value: number, name: 'minute' | 'hour' | 'day') =>
    spaced(
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: name,
        unitDisplay: name === 'day' ? 'long' : 'short',
      }).format(value),
    );
  const ago = (value: number, name: 'minute' | 'hour' | 'day') =>
    spaced(relative.format(-value, name));

  const duration = (ms: number): string => {
    const minutes = Math.max(1, Math.round(ms / minute));
    if (minutes < 60) return unit(minutes, 'minute');
    if (minutes < 48 * 60) {
      const rest = minutes % 60;
      const hours = unit(Math.floor(minutes / 60), 'hour');
      return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
    }
    return unit(Math.round(minutes / (24 * 60)), 'day');
  };

  return {
    zone: zoneName(language),
    number: (value) => numbers.format(value),
    shortNumber: (value) => (value < 10_000 ? numbers : compact).format(value),
    dateTime: (at) => dateTime.format(at),
    day: (at) => date.format(at),
    moment: momentFor(language),
    duration,
    ago: (at, now) => {
      const past = now - at;
      if (past < minute) return justNow;
      if (past < hour) return ago(Math.round(past / minute), 'minute');
      if (past < 2 * day) return ago(Math.round(past / hour), 'hour');
      return ago(Math.round(past / day), 'day');
    },
    list: (items) => lists.format(items),
    gap: language.startsWith('zh') ? '' : ' ',
    powerOfTen: (log10) => `10${superscript(Math.round(log10))}`,
  };
}

/** 43 分钟 as all our Chinese texts are set; Intl writes 43分钟. */
export const spaced = (text: string): string => text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');

const superscript = (value: number) =>
  String(value).replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));

/** Europe/Berlin (GMT+1): the place alone does not tell the offset, the offset alone not the place. */
function zoneName(language: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZoneName: 'shortOffset' });
  const offset = format.formatToParts().find((part) => part.type === 'timeZoneName')?.value;
  const place = format.resolvedOptions().timeZone;
  return offset === undefined || offset === place ? place : `${place} (${offset})`;
}
