import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';
import { type BucketSize, type View, wholeTime } from './use-overview.ts';

// The chart library is the largest part of the window: it loads beside the first question to main, and the
// headline does not wait for it.
const chart = import('../../charts/throttle-timeline.tsx');
const ThrottleTimeline = lazy(async () => ({ default: (await chart).ThrottleTimeline }));

export interface TimelineProps {
  readonly overview: Overview;
  readonly view: View;
  readonly loading: boolean;
  readonly onView: (view: View) => void;
}

export function Timeline({ overview, view, loading, onView }: TimelineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zoomed = view.from !== null && view.to !== null;
  const bucketSize = view.bucketSize === 'auto' ? overview.bucketSize : view.bucketSize;
  return (
    <section className="sw-card sw-timeline" aria-labelledby="timeline-title">
      <header className="sw-section-head">
        <div>
          <h2 id="timeline-title" className="sw-section-title">
            {t('overview.timeline')}
          </h2>
          <p className="sw-dim sw-small">
            {view.from !== null && view.to !== null
              ? t('overview.zoomed', {
                  from: format.dateTime(view.from),
                  to: format.dateTime(view.to),
                })
              : t('overview.timelineHint')}
          </p>
        </div>
        <div className="sw-section-tools">
          <Button
            variant="default"
            size="xs"
            style={{ visibility: zoomed ? 'visible' : 'hidden' }}
            onClick={() => {
              onView(wholeTime);
            }}
          >
            {t('overview.reset')}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t('overview.bucket.label')}
            value={bucketSize}
            data={(['hour', 'day'] as const).map((value) => ({
              value,
              label: t(`overview.bucket.${value}`),
            }))}
            onChange={(value: BucketSize) => {
              onView({ ...view, bucketSize: value });
            }}
          />
        </div>
      </header>
      <div className="sw-timeline-chart" data-loading={loading || undefined}>
        <Suspense fallback={<Skeleton height="calc(var(--sw-chart-height) + 2.25rem)" />}>
          <ThrottleTimeline
            buckets={overview.buckets}
            episodes={overview.episodes}
            bucketSize={overview.bucketSize}
            onZoom={(from, to) => {
              onView({ from, to, bucketSize: 'auto' });
            }}
            onReset={() => {
              onView(wholeTime);
            }}
          />
        </Suspense>
      </div>
    </section>
  );
}
