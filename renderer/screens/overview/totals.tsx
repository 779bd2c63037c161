import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';

export function Totals({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notices, failures, throttled } = overview.totals;
  const figures = [
    ['notices', format.number(notices)],
    ['failures', format.number(failures)],
    ['throttled', format.number(throttled)],
    ['since', overview.since === null ? '—' : format.day(overview.since)],
  ] as const;
  return (
    <section className="sw-card sw-totals" aria-label={t('overview.totals.label')}>
      <dl>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`overview.totals.${name}`)}</dt>
            <dd className="sw-number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
