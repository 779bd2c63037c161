import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { type BucketSize, rangeOf, spoken, touches } from './bucket-words.ts';
import { bucketAt, firstOf, lastOf, middleOf, type PlotArea, type Selection } from './plot-area.ts';
import { TimelineTooltip } from './timeline-tooltip.tsx';

export interface TimelinePointerProps {
  readonly buckets: readonly Bucket[];
  readonly episodes: readonly EpisodeRow[];
  readonly bucketSize: BucketSize;
  readonly area: PlotArea;
  readonly onZoom: (from: number, to: number) => void;
  readonly onReset: () => void;
}

/** A press that moves less than this is a click, not a drag. */
const clickPixels = 5;
const page = 7;

/**
 * A transparent layer over the bars that takes pointer and keys. It is a slider over time, so that a screen
 * reader hands it the arrow keys and speaks the bucket it comes to.
 */
export function TimelinePointer(props: TimelinePointerProps) {
  const { buckets, episodes, bucketSize, area, onZoom, onReset } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const pressedAt = useRef<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);

  const last = buckets.length - 1;
  const current = Math.min(focused ?? last, last);
  const shown = pointed ?? focused;
  const shownBucket = shown === null ? undefined : buckets[shown];
  const currentBucket = buckets[current];
  const inEpisode = (bucket: Bucket): boolean =>
    episodes.some((episode) => touches(episode, bucket));

  const forget = () => {
    pressedAt.current = null;
    setSelection(null);
  };
  const zoom = (chosen: Selection) => {
    const first = buckets[firstOf(chosen)];
    const final = buckets[lastOf(chosen)];
    forget();
    // One hour is the finest there is: nothing more would show.
    if (first === undefined || final === undefined) return;
    if (bucketSize === 'hour' && first === final) return;
    setFocused(null);
    setPointed(null);
    onZoom(first.from, final.to);
  };
  const at = (event: PointerEvent): { readonly x: number; readonly index: number } => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return { x, index: bucketAt(x, area.width, buckets.length) };
  };

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const { x, index } = at(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    pressedAt.current = x;
    setFocused(index);
    setSelection({ anchor: index, end: index });
  };
  const move = (event: PointerEvent) => {
    const { index } = at(event);
    setPointed(index);
    if (pressedAt.current !== null && selection !== null)
      setSelection({ ...selection, end: index });
  };
  const release = (event: PointerEvent) => {
    if (pressedAt.current === null || selection === null) return;
    const { x, index } = at(event);
    const dragged = Math.abs(x - pressedAt.current) >= clickPixels;
    if (dragged) zoom({ ...selection, end: index });
    else forget();
  };

  const goTo = (index: number, selecting: boolean) => {
    const target = Math.max(0, Math.min(last, index));
    setPointed(null);
    setFocused(target);
    setSelection(selecting ? { anchor: selection?.anchor ?? current, end: target } : null);
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) goTo(step(current, last), event.shiftKey);
    else if (event.key === 'Enter') zoom(selection ?? { anchor: current, end: current });
    else if (event.key === 'Escape') {
      if (selection === null) onReset();
      else forget();
    } else return;
    event.preventDefault();
  };

  const selected = selection === null ? null : wordsFor(selection);
  function wordsFor(chosen: Selection): string | null {
    const first = buckets[firstOf(chosen)];
    const final = buckets[lastOf(chosen)];
    if (first === undefined || final === undefined || first === final) return null;
    return t('chart:selected', { range: rangeOf(first, final, bucketSize, format, t) });
  }

  return (
    <>
      <div
        className="sw-chart-pointer"
        style={area}
        role="slider"
        tabIndex={0}
        aria-label={t('chart:label')}
        aria-description={t('chart:hint')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, current)}
        aria-valuetext={
          currentBucket === undefined
            ? t('chart:nothingRead')
            : spoken(currentBucket, bucketSize, inEpisode(currentBucket), format, t)
        }
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={forget}
        onPointerLeave={() => {
          setPointed(null);
        }}
        onDoubleClick={onReset}
        onKeyDown={key}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setFocused(current);
        }}
        onBlur={() => {
          setFocused(null);
          forget();
        }}
      >
        {selection !== null && (
          <div
            className="sw-chart-selection"
            style={{
              left: (firstOf(selection) / buckets.length) * area.width,
              width: ((lastOf(selection) - firstOf(selection) + 1) / buckets.length) * area.width,
            }}
          />
        )}
        {shown !== null && shownBucket !== undefined && (
          <>
            <div
              className="sw-chart-cursor"
              style={{ left: middleOf(shown, area.width, buckets.length) }}
            />
            <TimelineTooltip
              bucket={shownBucket}
              bucketSize={bucketSize}
              inEpisode={inEpisode(shownBucket)}
              left={middleOf(shown, area.width, buckets.length)}
              side={shown > last / 2 ? 'left' : 'right'}
            />
          </>
        )}
      </div>
      <p className="sw-hidden" aria-live="polite">
        {selected}
      </p>
    </>
  );
}

const steps: Readonly<Record<string, (current: number, last: number) => number>> = {
  ArrowLeft: (current) => current - 1,
  ArrowRight: (current) => current + 1,
  PageUp: (current) => current - page,
  PageDown: (current) => current + page,
  Home: () => 0,
  End: (_current, last) => last,
};
