import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { Titled } from '../../components/term.tsx';
import { useFormat } from '../../use-format.ts';
import { CoverageWords } from '../episode/coverage-words.tsx';
import { Planner } from './planner.tsx';
import { PaceTable } from './pace-table.tsx';

/** What this mailbox was seen to send without a rejection, and a plan from it. */
export function Pace({ pace }: { readonly pace: Overview['pace'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="sw-card sw-block" id="pace" aria-labelledby="pace-title" tabIndex={-1}>
      <Titled term="pace">
        <h2 id="pace-title" className="sw-section-title">
          {t('pace.title')}
        </h2>
      </Titled>
      {pace === null ? (
        <p className="sw-dim sw-small">{t('pace.noSent')}</p>
      ) : (
        <>
          <p className="sw-dim sw-small">
            {t('pace.basis', {
              count: pace.sentMessages,
              formatted: format.number(pace.sentMessages),
            })}
            {format.gap}
            <CoverageWords pace={pace} />
          </p>
          <PaceTable highest={pace.highestWithoutRejection} />
          <Planner highest={pace.highestWithoutRejection} />
        </>
      )}
    </section>
  );
}
