import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import type { BucketSize } from './bucket-words.ts';
import { plotArea } from './plot-area.ts';
import './throttle-timeline.css';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelinePlot } from './timeline-plot.tsx';
import { TimelinePointer } from './timeline-pointer.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useSize } from './use-size.ts';

export interface ThrottleTimelineProps {
  /** Ascending, without gaps, empty ones included. */
  readonly buckets: readonly Bucket[];
  readonly episodes: readonly EpisodeRow[];
  readonly bucketSize: BucketSize;
  /** Milliseconds since 1970: the first bucket's beginning and the last one's end. */
  readonly onZoom: (from: number, to: number) => void;
  readonly onReset: () => void;
}

/** When sending was throttled: stacked bars, episodes as bands, sent mail as a line; or the same as a table. */
export function ThrottleTimeline(props: ThrottleTimelineProps) {
  const { buckets, episodes, bucketSize, onZoom, onReset } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width, height } = useSize();
  const [asTable, setAsTable] = useState(false);
  const nothing = buckets.every(({ transient, permanent }) => transient + permanent === 0);
  return (
    <div className="sw-chart">
      <div className="sw-chart-head">
        <TimelineLegend />
        <span className="sw-dim">{t('chart:zone', { zone: format.zone })}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {t(asTable ? 'chart:showChart' : 'chart:showTable')}
        </Button>
      </div>
      <div className="sw-chart-body" ref={ref}>
        {asTable ? (
          <TimelineTable buckets={buckets} episodes={episodes} bucketSize={bucketSize} />
        ) : buckets.length === 0 ? (
          <p className="sw-chart-note">{t('chart:nothingRead')}</p>
        ) : (
          <>
            <div aria-hidden>
              <TimelinePlot
                buckets={buckets}
                episodes={episodes}
                bucketSize={bucketSize}
                width={width}
                height={height}
              />
            </div>
            {nothing && <p className="sw-chart-note">{t('chart:noRejections')}</p>}
            <TimelinePointer
              buckets={buckets}
              episodes={episodes}
              bucketSize={bucketSize}
              area={plotArea(width, height)}
              onZoom={onZoom}
              onReset={onReset}
            />
          </>
        )}
      </div>
    </div>
  );
}
