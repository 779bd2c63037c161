import { useTranslation } from 'react-i18next';
import type { CauseView } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';

type Evidence = CauseView['evidence'][number];

/**
 * An observation as a sentence. Its text belongs to the text room, by code; a code that the window does not
 * know yet (an older window over newer data) is shown as its values rather than hidden.
 */
export function useEvidence(): (evidence: Evidence) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return ({ code, values }) => {
    const formatted = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? format.number(value) : value,
      ]),
    );
    const key = `evidence:${code}`;
    return i18n.exists(key)
      ? t(key as 'evidence', { ...formatted })
      : t('why.plain', { code, values: format.list(Object.values(formatted)) });
  };
}
