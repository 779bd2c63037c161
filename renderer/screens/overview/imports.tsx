import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';

/** Mail files and logs that were added to this account's history: they count, and are named. */
export function Imports({ imports }: { readonly imports: Overview['imports'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (imports.length === 0) return null;
  return (
    <section className="sw-coverage-read" aria-labelledby="imports-title">
      <h3 id="imports-title" className="sw-section-title">
        {t('imports.title')}
      </h3>
      <ul className="sw-imports">
        {imports.toReversed().map((each, index) => (
          <li key={index}>
            <span className="sw-break">{each.name}</span>
            <span className="sw-dim sw-number">
              {t('imports.line', {
                at: format.dateTime(each.at),
                count: each.notices,
                notices: format.number(each.notices),
                throttled: format.number(each.throttled),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
