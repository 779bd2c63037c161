import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, EpisodeRow, ScanStatus } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useSettled } from '../../use-settled.ts';
import { useStable } from '../../use-stable.ts';
import type { SharedView } from '../../view/use-views.ts';
import { ScopeBar } from '../../view/scope-bar.tsx';
import { narrow, wholeView, zoomTo } from '../../view/view.ts';
import { HeadlineCard } from './headline-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { useChart, useOverview } from './use-overview.ts';
import { episodeAt } from './episode-at.ts';
import './overview.css';

// What lies below the first screen, and what opens on a click, loads after that screen is painted.
const Below = lazy(() => import('./below.tsx'));
const Drawers = lazy(() => import('./drawers.tsx'));

export interface OverviewProps {
  readonly account: Account;
  readonly scan: ScanStatus | null;
  readonly running: boolean;
  readonly shared: SharedView;
  readonly gapMinutes: number;
  /** Changes when something was added to the account's history. */
  readonly revision: number;
  /** A moment of the episode that was asked for from outside the window; null: none. */
  readonly clickedAt: number | null;
  readonly onClickedDone: () => void;
  readonly onGap: (minutes: number) => void;
  readonly onScan: () => void;
  readonly onNotices: () => void;
}

export function OverviewScreen(props: OverviewProps) {
  const { account, scan, running, shared, gapMinutes, revision, onGap, onScan, onNotices } = props;
  const { clickedAt, onClickedDone } = props;
  const { t } = useTranslation();
  const { asked, retry, key } = useOverview(
    account.id,
    gapMinutes,
    scan,
    `${revision}:${shared.now}`,
  );
  const chart = useChart(account.id, shared, key);
  const [episode, setEpisode] = useState<EpisodeRow | null>(null);
  const overview = asked.value;
  const clicked =
    overview === null || clickedAt === null ? null : episodeAt(overview.episodes, clickedAt);
  // It does the same for one account, however often it is made anew.
  const change = useStable(shared.change);
  const openEpisode = useStable(setEpisode);
  const keepGap = useStable(onGap);
  const goToNotices = useStable(onNotices);
  const { view, now } = shared;
  const { value, problem, loading } = chart;
  const latest = useMemo(
    () => ({ accountId: account.id, shared: { view, now, change }, value, problem, loading }),
    [account.id, view, now, change, value, problem, loading],
  );
  // A step of the zoom draws the timeline at once; what lies below waits for the last one, and then for time.
  const below = useDeferredValue(useSettled(latest, restMs));

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

  const closeEpisode = () => {
    setEpisode(null);
    onClickedDone();
  };
  const showNotices = (of: EpisodeRow) => {
    onClickedDone();
    change((before) =>
      narrow(zoomTo({ ...wholeView, spans: before.spans }, spanOf(of)), {
        direction: of.direction,
      }),
    );
    onNotices();
  };
  return (
    <div className="sw-page sw-overview" aria-busy={asked.loading}>
      <h1 className="sw-hidden">{t('overview.title')}</h1>
      {asked.problem !== null && <ProblemBox problem={asked.problem} />}
      <HeadlineCard overview={overview} running={running} onScan={onScan} onDue={retry} />
      <ScopeBar shared={shared} />
      {chart.problem !== null && <ProblemBox problem={chart.problem} />}
      <TimelineCard overview={overview} chart={chart} shared={shared} onEpisode={setEpisode} />
      <Suspense fallback={<Skeleton height={320} radius={10} />}>
        <Below
          overview={overview}
          chart={below.value}
          loading={below.loading}
          shared={below.shared}
          gapMinutes={gapMinutes}
          onGap={keepGap}
          onEpisode={openEpisode}
          onNotices={goToNotices}
        />
      </Suspense>
      <Suspense fallback={null}>
        <Drawers
          accountId={account.id}
          gapMinutes={gapMinutes}
          episode={episode ?? clicked}
          pace={overview.pace}
          onClose={closeEpisode}
          onShowInChart={(of) => {
            const { from, to } = spanOf(of);
            const margin = Math.max(hour, to - from);
            change((before) => zoomTo(before, { from: from - margin, to: to + margin }));
            closeEpisode();
            document.querySelector('.sw-content')?.scrollTo({ top: 0 });
          }}
          onShowNotices={showNotices}
        />
      </Suspense>
    </div>
  );
}

/** Steps of one wheel or held key follow each other faster than this. */
const restMs = 200;

const hour = 3_600_000;

/** Up to the end of the last rejection's minute: the end of a range is not part of it. */
const spanOf = ({ startedAt, endedAt }: EpisodeRow) => ({
  from: startedAt,
  to: Math.floor(endedAt / 60_000 + 1) * 60_000,
});

/** The same blocks in the same places as what is to come. */
function Loading() {
  const { t } = useTranslation();
  return (
    <div className="sw-page" aria-busy aria-label={t('app.loading')} role="status">
      <Skeleton height={114} radius={10} />
      <Skeleton height={30} width="60%" radius={6} />
      <Skeleton height="calc(var(--sw-chart-height) + 7.25rem)" radius={10} />
      <Skeleton height={220} radius={10} />
    </div>
  );
}
