import type { i18n, TFunction } from 'i18next';
import { isoIn } from '../../../text/time.ts';
import type { AuditHead } from '../document.ts';

/** A report's language and zone, and how it writes numbers and times. */
export interface Words {
  readonly t: TFunction<'report'>;
  readonly number: (value: number) => string;
  /** 0.93 → 93 %; null → a dash. */
  readonly share: (value: number | null) => string;
  /** 2026-03-02 08:14, in the report's zone: the same width in every row and language. */
  readonly time: (iso: string) => string;
  readonly day: (iso: string) => string;
}

export const dash = '–';

export function reportWords(text: i18n, head: AuditHead): Words {
  const numbers = new Intl.NumberFormat(head.language);
  const shares = new Intl.NumberFormat(head.language, { style: 'percent' });
  const inZone = (iso: string): string => isoIn(head.timeZone, Date.parse(iso));
  return {
    t: text.getFixedT(head.language, 'report'),
    number: (value) => numbers.format(value),
    share: (value) => (value === null ? dash : shares.format(value)),
    time: (iso) => inZone(iso).slice(0, 16).replace('T', ' '),
    day: (iso) => inZone(iso).slice(0, 10),
  };
}
