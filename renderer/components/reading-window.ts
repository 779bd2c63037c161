import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation>['t'];

/** How far back, as the values of a Select: days, or 'all'. */
export const windowChoices = ['30', '90', '180', '365', 'all'] as const;

export const windowName = (value: string, t: T): string =>
  value === 'all'
    ? t('reading.window.all')
    : value === '365'
      ? t('reading.window.year')
      : t('reading.window.days', { days: value });

export const daysOf = (value: string): number | null => (value === 'all' ? null : Number(value));
export const windowOf = (days: number | null): string => (days === null ? 'all' : String(days));
