import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket, BucketSize, EpisodeRow } from '../../app/api/contract.ts';
import type { TimeRange } from '../view/view.ts';
import { barsOf } from './bars.ts';
import { plotArea } from './plot-area.ts';
import { TimelinePlot } from './timeline-plot.tsx';
import { TimelinePointer } from './timeline-pointer.tsx';
import { useSize } from './use-size.ts';

export interface TimelineProps {
  /** Ascending, without gaps, empty ones included; null while the first answer is on its way. */
  readonly buckets: readonly Bucket[] | null;
  readonly size: BucketSize;
  /** Drawn at once, with the buckets at hand, while finer ones are on their way. */
  readonly range: TimeRange;
  readonly episodes: readonly EpisodeRow[];
  readonly passwordChanges: readonly number[];
  readonly onZoom: (range: TimeRange, same: boolean) => void;
  readonly onBack: () => void;
  readonly onReset: () => void;
  readonly onEpisode: (episode: EpisodeRow) => void;
}

/** When sending was throttled: stacked bars, episodes as bands, sent mail as a line, password changes as marks. */
export function Timeline(props: TimelineProps) {
  const { buckets, size, range, episodes, passwordChanges } = props;
  const { onZoom, onBack, onReset, onEpisode } = props;
  const { t } = useTranslation();
  const { ref, width, height } = useSize();
  const area = plotArea(width, height);
  const { from, to } = range;
  const bars = useMemo(
    () => barsOf(buckets ?? [], { from, to }, area.width),
    [buckets, from, to, area.width],
  );
  const stable = useMemo(() => ({ from, to }), [from, to]);
  const nothing = bars.every(({ transient, permanent }) => transient + permanent === 0);
  return (
    <div className="sw-timeline-box" ref={ref}>
      <TimelinePlot
        bars={bars}
        range={stable}
        episodes={episodes}
        passwordChanges={passwordChanges}
        width={width}
        height={height}
      />
      {buckets !== null && nothing && (
        <p className="sw-chart-note">
          {t(bars.length === 0 ? 'chart:nothingRead' : 'chart:noRejections')}
        </p>
      )}
      <TimelinePointer
        bars={bars}
        size={size}
        range={stable}
        episodes={episodes}
        passwordChanges={passwordChanges}
        area={area}
        onZoom={onZoom}
        onBack={onBack}
        onReset={onReset}
        onEpisode={onEpisode}
      />
    </div>
  );
}
