import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chart, EpisodeRow, Overview } from '../../../app/api/contract.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Legend } from '../../charts/legend.tsx';
import { Timeline } from '../../charts/timeline.tsx';
import { useTimelineTable } from '../../charts/timeline-table.ts';
import { pictureOf } from '../../export/picture.ts';
import type { Asked } from '../../use-answer.ts';
import { useFormat } from '../../use-format.ts';
import { useFilterWords } from '../../view/filter-words.ts';
import type { SharedView } from '../../view/use-views.ts';
import { rangeAt, stepBack, type TimeRange, wholeTime, zoomTo } from '../../view/view.ts';

export interface TimelineCardProps {
  readonly overview: Overview;
  readonly chart: Asked<Chart>;
  readonly shared: SharedView;
  readonly onEpisode: (episode: EpisodeRow) => void;
}

export function TimelineCard({ overview, chart, shared, onEpisode }: TimelineCardProps) {
  const { view, now, change } = shared;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFilterWords();
  const box = useRef<HTMLDivElement>(null);
  const buckets = chart.value?.buckets ?? null;
  const range = rangeAt(view, now) ?? wholeOf(overview, buckets, now);
  const size = chart.value?.bucketSize ?? 'day';
  const { direction } = view.narrowing;
  const episodes = useMemo(
    () =>
      direction === null
        ? overview.episodes
        : overview.episodes.filter((episode) => episode.direction === direction),
    [overview.episodes, direction],
  );
  const table = useTimelineTable(buckets ?? [], size, episodes, overview.passwordChanges);
  const series = ['transient', 'permanent', 'sent', 'episode'] as const;
  return (
    <div className="sw-card sw-timeline" id="timeline" tabIndex={-1} ref={box}>
      <ChartFrame
        className="sw-timeline-chart"
        title={t('overview.timeline')}
        hint={t('overview.timelineHint', { size: t(`chart:size.${size}`), zone: format.zone })}
        subtitle={words.summary(view, now)}
        legend={
          <Legend series={overview.passwordChanges.length > 0 ? [...series, 'password'] : series} />
        }
        table={table}
        picture={() => {
          const svg = box.current?.querySelector<SVGSVGElement>('svg.sw-plot') ?? null;
          return svg === null ? null : pictureOf(svg);
        }}
        loading={chart.loading}
      >
        <Timeline
          buckets={buckets}
          size={size}
          range={range}
          episodes={episodes}
          passwordChanges={overview.passwordChanges}
          onZoom={(next, same) => {
            change((before) => zoomTo(before, next, same && before.spans.length > 0));
          }}
          onBack={() => {
            change(stepBack);
          }}
          onReset={() => {
            change(wholeTime);
          }}
          onEpisode={onEpisode}
        />
      </ChartFrame>
    </div>
  );
}

const day = 86_400_000;

/** The whole time is what main drew for it, else what is known to have been read. */
function wholeOf(
  { since, firstAt }: Overview,
  buckets: Chart['buckets'] | null,
  now: number,
): TimeRange {
  const first = buckets?.[0];
  const last = buckets?.at(-1);
  if (first !== undefined && last !== undefined) return { from: first.from, to: last.to };
  return { from: Math.min(since ?? now - 90 * day, firstAt ?? now), to: now };
}
