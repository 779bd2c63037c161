import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';

const minute = 60_000;

/** A running scan's remaining time in words, as rough as an estimate can be meant; null while it is not known. */
export function useTimeLeft(remainingMs: number | null): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (remainingMs === null) return null;
  return remainingMs < minute
    ? t('scan.leftSoon')
    : t('scan.left', { time: format.duration(remainingMs) });
}
