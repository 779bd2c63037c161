import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from './format.ts';

export function useFormat(): Format {
  const { i18n, t } = useTranslation();
  const language = i18n.language;
  const justNow = t('app.justNow');
  return useMemo(() => formatFor(language, justNow), [language, justNow]);
}
