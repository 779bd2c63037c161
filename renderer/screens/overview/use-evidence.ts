import { useTranslation } from 'react-i18next';
import type { CauseView } from '../../../app/api/contract.ts';
import { evidenceSentence } from '../../../app/text/evidence.ts';
import { useFormat } from '../../use-format.ts';

/** An observation as a sentence of the text room, its moments in the reader's form. */
export function useEvidence(): (evidence: CauseView['evidence'][number]) => string {
  const { i18n } = useTranslation();
  const format = useFormat();
  return (evidence) => evidenceSentence(i18n, evidence, (at) => format.dateTime(at));
}
