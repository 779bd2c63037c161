import { memo } from 'react';
import type { CauseView, Chart, EpisodeRow, Overview } from '../../../app/api/contract.ts';
import type { SharedView } from '../../view/use-views.ts';
import { Coverage } from './coverage.tsx';
import { Episodes } from './episodes.tsx';
import { Pace } from './pace.tsx';
import { Totals } from './totals.tsx';
import { When } from './when.tsx';
import { Where } from './where.tsx';
import { Why } from './why.tsx';

export interface BelowProps {
  readonly overview: Overview;
  /** Null while the first answer is on its way. */
  readonly chart: Chart | null;
  readonly loading: boolean;
  readonly shared: SharedView;
  readonly gapMinutes: number;
  readonly onGap: (minutes: number) => void;
  readonly onEpisode: (episode: EpisodeRow) => void;
  readonly onNotices: () => void;
}

type Basis = NonNullable<CauseView['evidence'][number]['basis']>;

/** Where on the page a kind of evidence can be looked at; notices have a screen of their own. */
const places: Readonly<Record<Exclude<Basis, 'notices'>, string>> = {
  episodes: 'episodes',
  sent: 'pace',
  password: 'timeline',
  'connection-ips': 'where',
  programs: 'where',
  hours: 'when',
};

/** Everything below the first screen: why, how fast and how often, where, when, and what it all rests on. */
export default memo(function Below(props: BelowProps) {
  const { overview, chart, loading, shared, gapMinutes, onGap, onEpisode, onNotices } = props;
  const show = (basis: Basis) => {
    if (basis === 'notices') {
      onNotices();
      return;
    }
    const place = document.getElementById(places[basis]);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  };
  return (
    <>
      <Why causes={overview.causes} onBasis={show} />
      <div className="sw-columns">
        <Episodes
          episodes={overview.episodes}
          gapMinutes={gapMinutes}
          onGap={onGap}
          onOpen={onEpisode}
        />
        <Pace pace={overview.pace} />
      </div>
      <Where chart={chart} loading={loading} shared={shared} />
      <When chart={chart} loading={loading} shared={shared} />
      <Totals overview={overview} />
      <Coverage
        folders={overview.folders}
        notScanned={overview.notScanned}
        imports={overview.imports}
      />
    </>
  );
});
