import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account, ScanStatus } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import type { TimeRange } from '../notices/use-notices.ts';
import { Coverage } from './coverage.tsx';
import { Episodes } from './episodes.tsx';
import { HeadlineCard } from './headline-card.tsx';
import { Timeline } from './timeline.tsx';
import { Totals } from './totals.tsx';
import { useOverview } from './use-overview.ts';
import './overview.css';

export interface OverviewProps {
  readonly account: Account;
  readonly scan: ScanStatus | null;
  readonly running: boolean;
  readonly onScan: () => void;
  readonly onShowNotices: (range: TimeRange) => void;
}

export function OverviewScreen({ account, scan, running, onScan, onShowNotices }: OverviewProps) {
  const { t } = useTranslation();
  const { asked, view, setView, retry } = useOverview(account.id, scan);
  const overview = asked.value;

  if (overview === null) {
    return asked.problem === null ? (
      <Loading />
    ) : (
      <div className="sw-page">
        <h1 className="sw-hidden">{t('overview.title')}</h1>
        <ProblemBox problem={asked.problem}>
          <div>
            <Button variant="default" onClick={retry}>
              {t('app.tryAgain')}
            </Button>
          </div>
        </ProblemBox>
      </div>
    );
  }
  return (
    <div className="sw-page" aria-busy={asked.loading}>
      <h1 className="sw-hidden">{t('overview.title')}</h1>
      {asked.problem !== null && <ProblemBox problem={asked.problem} />}
      <HeadlineCard overview={overview} running={running} onScan={onScan} />
      <Timeline overview={overview} view={view} loading={asked.loading} onView={setView} />
      <Totals overview={overview} />
      <div className="sw-columns">
        <Episodes
          episodes={overview.episodes}
          onShowInChart={(from, to) => {
            setView({ from, to, bucketSize: 'hour' });
          }}
          onShowNotices={onShowNotices}
        />
        <Coverage folders={overview.folders} notScanned={overview.notScanned} />
      </div>
    </div>
  );
}

/** The same blocks in the same places as what is to come. */
function Loading() {
  const { t } = useTranslation();
  return (
    <div className="sw-page" aria-busy aria-label={t('app.loading')} role="status">
      <Skeleton height={112} radius={10} />
      <Skeleton height="calc(var(--sw-chart-height) + 8.5rem)" radius={10} />
      <Skeleton height={84} radius={10} />
    </div>
  );
}
