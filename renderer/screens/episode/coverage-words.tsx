import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';

/** How much of what bounced stands in Sent; when little does, a program sends past this mailbox. */
export function CoverageWords({ pace }: { readonly pace: Overview['pace'] }) {
  const { t, i18n } = useTranslation();
  if (pace === null || pace.coverage === null) return null;
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(pace.coverage);
  return <>{t(pace.coverage < 0.5 ? 'pace.coverageLow' : 'pace.coverage', { share })}</>;
}
