import { memo, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import type { TimeRange } from '../view/view.ts';
import { barAt, barPaths, type Box, rectangle, sentPath } from './bars.ts';
import { plotArea, scaleSteps, scaleTop } from './plot-area.ts';
import { Hatching, paint } from './swatch.tsx';
import { ticksOf, tickWords, xOf } from './time-scale.ts';

export interface TimelinePlotProps {
  readonly bars: readonly Bucket[];
  readonly range: TimeRange;
  readonly episodes: readonly Pick<EpisodeRow, 'startedAt' | 'endedAt'>[];
  readonly passwordChanges: readonly number[];
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const tickPixels = 92;

/**
 * Only the drawing, a handful of elements whatever it holds. Pointer and keys are TimelinePointer's, so that
 * moving over it redraws nothing here.
 */
export const TimelinePlot = memo(function TimelinePlot(props: TimelinePlotProps) {
  const { bars, range, episodes, passwordChanges, width, height } = props;
  const { i18n } = useTranslation();
  const format = useFormat();
  const id = useId();
  const area = plotArea(width, height);
  const box = { range, width: area.width, height: area.height };
  const rejections = scaleTop(largest(bars, ({ transient, permanent }) => transient + permanent));
  const sent = scaleTop(largest(bars, (bar) => bar.sent));
  const paths = barPaths(bars, box, rejections);
  const words = tickWords(i18n.language);
  return (
    <svg className="sw-plot" width={width} height={height} fontSize={12} aria-hidden>
      <defs>
        <Hatching id={`${id}hatching`} />
        <clipPath id={`${id}inside`}>
          <rect width={area.width} height={area.height} />
        </clipPath>
      </defs>
      <g transform={`translate(${area.left} ${area.top})`}>
        <g clipPath={`url(#${id}inside)`}>
          <path
            data-series="episode"
            d={bandsPath(episodes, bars, box)}
            fill={paint.episode}
            stroke={paint.episodeEdge}
            strokeDasharray="3 3"
          />
        </g>
        <Scale
          area={area}
          left={(step) => format.shortNumber((rejections / scaleSteps) * step)}
          right={(step) => format.shortNumber((sent / scaleSteps) * step)}
        />
        <g clipPath={`url(#${id}inside)`}>
          <path data-series="transient" d={paths.transient} fill={paint.transient} />
          <path data-series="permanent" d={paths.permanent} fill={`url(#${id}hatching)`} />
          <path
            data-series="permanent-edge"
            d={paths.permanent}
            fill="none"
            stroke={paint.permanent}
          />
          <path
            data-series="sent"
            d={sentPath(bars, box, sent)}
            fill="none"
            stroke={paint.sent}
            strokeWidth={1.5}
          />
        </g>
        {passwordChanges
          .filter((at) => at >= range.from && at <= range.to)
          .map((at) => (
            <PasswordMark key={at} x={xOf(at, range, area.width)} height={area.height} />
          ))}
        {ticksOf(range, Math.max(2, area.width / tickPixels)).map((tick) => (
          <text
            key={tick.at}
            x={xOf(tick.at, range, area.width)}
            y={area.height + 17}
            textAnchor="middle"
            fill={tick.kind === 'time' ? 'var(--sw-dim)' : 'var(--sw-text)'}
          >
            {words(tick)}
          </text>
        ))}
      </g>
    </svg>
  );
});

/** Both scales have the same number of steps, so that one set of lines serves both. */
function Scale({
  area,
  left,
  right,
}: {
  readonly area: { readonly width: number; readonly height: number };
  readonly left: (step: number) => string;
  readonly right: (step: number) => string;
}): ReactNode {
  return Array.from({ length: scaleSteps + 1 }, (_, step) => {
    const y = Math.round(area.height * (1 - step / scaleSteps)) + 0.5;
    return (
      <g key={step}>
        <line
          x2={area.width}
          y1={y}
          y2={y}
          stroke={step === 0 ? 'var(--sw-border-strong)' : 'var(--sw-border)'}
        />
        <text x={-8} y={y + 4} textAnchor="end" fill="var(--sw-dim)">
          {left(step)}
        </text>
        <text x={area.width + 8} y={y + 4} fill={paint.sent}>
          {right(step)}
        </text>
      </g>
    );
  });
}

function PasswordMark({ x, height }: { readonly x: number; readonly height: number }) {
  return (
    <g data-series="password" transform={`translate(${Math.round(x)} 0)`} fill={paint.password}>
      <path d="M-5 -9H5L0 -1Z" />
      <rect x={-0.75} y={-1} width={1.5} height={height + 1} />
    </g>
  );
}

const largest = (bars: readonly Bucket[], of: (bar: Bucket) => number): number =>
  bars.reduce((most, bar) => Math.max(most, of(bar)), 0);

/** Thinner than this a band is not seen. */
const leastBand = 4;

/**
 * The bars that each episode touches, one shape for each run of them: an hour's episode beside the bar of its day
 * would look like two things.
 */
export function bandsPath(
  episodes: readonly Pick<EpisodeRow, 'startedAt' | 'endedAt'>[],
  bars: readonly Bucket[],
  { range, width, height }: Box,
): string {
  const spans = episodes
    .filter(({ startedAt, endedAt }) => startedAt < range.to && endedAt >= range.from)
    .map(({ startedAt, endedAt }) => {
      const left = xOf(bars[barAt(bars, startedAt)]?.from ?? startedAt, range, width);
      const right = xOf(bars[barAt(bars, endedAt)]?.to ?? endedAt, range, width);
      return { left, right: Math.max(right, left + leastBand) };
    })
    .sort((a, b) => a.left - b.left);
  const bands: { left: number; right: number }[] = [];
  for (const span of spans) {
    const last = bands.at(-1);
    if (last !== undefined && span.left - last.right < 1)
      last.right = Math.max(last.right, span.right);
    else bands.push({ ...span });
  }
  return bands.map(({ left, right }) => rectangle(left, 0, right - left, height)).join('');
}
