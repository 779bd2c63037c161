import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceArea, XAxis, YAxis } from 'recharts';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { axisLabel, type BucketSize, touches } from './bucket-words.ts';
import { axisHeight, scaleSteps, scaleTop, scaleWidth, topMargin } from './plot-area.ts';
import { Hatching, paint } from './swatch.tsx';

interface TimelinePlotProps {
  readonly buckets: readonly Bucket[];
  readonly episodes: readonly EpisodeRow[];
  readonly bucketSize: BucketSize;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** One rejection beside hundreds is still seen; none is never drawn as one. */
const leastHeight = 3;

/** Only the drawing. Pointer and keys are TimelinePointer's, so that moving over it redraws nothing here. */
export const TimelinePlot = memo(function TimelinePlot(props: TimelinePlotProps) {
  const { buckets, episodes, bucketSize, width, height } = props;
  const { i18n } = useTranslation();
  const format = useFormat();
  const hatching = useId();
  const atLeast = (series: 'transient' | 'permanent') => (_value: unknown, index: number) =>
    (buckets[index]?.[series] ?? 0) > 0 ? leastHeight : 0;
  const rejections = scaleOf(buckets.map(({ transient, permanent }) => transient + permanent));
  const sent = scaleOf(buckets.map((bucket) => bucket.sent));
  const tick = { fill: 'var(--sw-dim)', fontSize: 12 };
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...buckets]}
      margin={{ top: topMargin, right: 0, bottom: 0, left: 0 }}
      barCategoryGap={buckets.length > 60 ? 1 : '15%'}
      accessibilityLayer={false}
    >
      <defs>
        <Hatching id={hatching} />
      </defs>
      {bandsOf(episodes, buckets).map(({ from, to }) => (
        <ReferenceArea
          key={from}
          yAxisId="rejections"
          x1={from}
          x2={to}
          fill={paint.episode}
          fillOpacity={1}
          stroke={paint.episodeEdge}
          strokeDasharray="3 3"
        />
      ))}
      <CartesianGrid yAxisId="rejections" vertical={false} stroke="var(--sw-border)" />
      <XAxis
        dataKey="from"
        height={axisHeight}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--sw-border-strong)' }}
        tickFormatter={axisLabel(i18n.language, bucketSize)}
        interval="preserveStart"
        minTickGap={28}
      />
      <YAxis
        yAxisId="rejections"
        width={scaleWidth}
        {...rejections}
        tickFormatter={format.shortNumber}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <YAxis
        yAxisId="sent"
        orientation="right"
        width={scaleWidth}
        {...sent}
        tickFormatter={format.shortNumber}
        tick={{ ...tick, fill: paint.sent }}
        tickLine={false}
        axisLine={false}
      />
      <Bar
        yAxisId="rejections"
        dataKey="transient"
        stackId="rejections"
        fill={paint.transient}
        minPointSize={atLeast('transient')}
        maxBarSize={40}
        isAnimationActive={false}
      />
      <Bar
        yAxisId="rejections"
        dataKey="permanent"
        stackId="rejections"
        fill={`url(#${hatching})`}
        stroke={paint.permanent}
        minPointSize={atLeast('permanent')}
        maxBarSize={40}
        isAnimationActive={false}
      />
      <Line
        yAxisId="sent"
        dataKey="sent"
        type="step"
        stroke={paint.sent}
        strokeWidth={1.5}
        dot={buckets.length === 1}
        activeDot={false}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
});

/** Both scales have the same number of steps, so that one set of lines serves both. */
function scaleOf(values: readonly number[]) {
  const top = scaleTop(values.reduce((largest, value) => Math.max(largest, value), 0));
  const ticks = Array.from({ length: scaleSteps + 1 }, (_, index) => (index * top) / scaleSteps);
  return { domain: [0, top] as [number, number], ticks };
}

interface Band {
  readonly from: number;
  readonly to: number;
}

/** The buckets that each episode touches; episodes that share a bucket share a band. */
export function bandsOf(episodes: readonly EpisodeRow[], buckets: readonly Bucket[]): Band[] {
  const bands: Band[] = [];
  let touchedBefore = false;
  for (const bucket of buckets) {
    const touched = episodes.some((episode) => touches(episode, bucket));
    if (touched) {
      const open = touchedBefore ? bands.pop() : undefined;
      bands.push({ from: open?.from ?? bucket.from, to: bucket.from });
    }
    touchedBefore = touched;
  }
  return bands;
}
