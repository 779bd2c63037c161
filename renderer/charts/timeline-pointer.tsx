import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket, BucketSize, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import type { TimeRange } from '../view/view.ts';
import { barAt } from './bars.ts';
import { barTime, spoken, touches } from './bar-words.ts';
import type { PlotArea } from './plot-area.ts';
import { panBy, shortestSpan, timeAt, xOf, zoomAround } from './time-scale.ts';
import { TimelineTooltip } from './timeline-tooltip.tsx';

export interface TimelinePointerProps<E extends Pick<EpisodeRow, 'startedAt' | 'endedAt'>> {
  readonly bars: readonly Bucket[];
  readonly size: BucketSize;
  readonly range: TimeRange;
  readonly episodes: readonly E[];
  readonly passwordChanges: readonly number[];
  readonly area: PlotArea;
  /** `same`: it goes on with the step just made. */
  readonly onZoom: (range: TimeRange, same: boolean) => void;
  readonly onBack: () => void;
  readonly onReset: () => void;
  readonly onEpisode: (episode: E) => void;
}

interface Selection {
  readonly anchor: number;
  readonly end: number;
}

/** A press that moves less than this is a click, not a drag. */
const clickPixels = 5;
/** A second click within this time makes it a double click, which goes back instead. */
const doubleClickMs = 260;
/** Turns of a wheel closer together than this are one step of the zoom. */
const gestureMs = 400;
const page = 7;

/**
 * A transparent layer over the bars that takes pointer and keys. It is a slider over time, so that a screen
 * reader hands it the arrow keys and speaks the bar it comes to.
 */
export function TimelinePointer<E extends Pick<EpisodeRow, 'startedAt' | 'endedAt'>>(
  props: TimelinePointerProps<E>,
) {
  const { bars, size, range, episodes, passwordChanges, area } = props;
  const { onZoom, onBack, onReset, onEpisode } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const pressedAt = useRef<number | null>(null);
  const click = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [focused, setFocused] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const layer = useWheel(range, onZoom);
  useEffect(
    () => () => {
      clearTimeout(click.current);
    },
    [],
  );

  const last = bars.length - 1;
  const current = Math.min(focused ?? last, last);
  const shown = pointed ?? focused;
  const shownBar = shown === null ? undefined : bars[shown];
  const currentBar = bars[current];
  const episodeAt = (bar: Bucket, at: number): E | undefined =>
    episodes.find(({ startedAt, endedAt }) => startedAt <= at && endedAt >= at) ??
    episodes.findLast((episode) => touches(episode, bar));

  const forget = () => {
    pressedAt.current = null;
    setSelection(null);
  };
  const zoomTo = (chosen: Selection) => {
    const first = bars[Math.min(chosen.anchor, chosen.end)];
    const final = bars[Math.max(chosen.anchor, chosen.end)];
    forget();
    if (first === undefined || final === undefined) return;
    const wanted = { from: first.from, to: final.to };
    // One minute is the finest bar there is: a window of a few of them shows all that can be seen.
    const next =
      wanted.to - wanted.from < shortestSpan
        ? zoomAround((wanted.from + wanted.to) / 2, wanted, 0)
        : wanted;
    if (next.from === range.from && next.to === range.to) return;
    setFocused(null);
    setPointed(null);
    onZoom(next, false);
  };
  const at = (event: { currentTarget: Element; clientX: number }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const time = timeAt(x, range, area.width);
    const found = barAt(bars, time);
    const index = found >= 0 ? found : time < (bars[0]?.from ?? 0) ? 0 : last;
    return { x, time, index };
  };

  const press = (event: PointerEvent) => {
    if (event.button !== 0 || bars.length === 0) return;
    const { x, index } = at(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    pressedAt.current = x;
    setFocused(index);
    setSelection({ anchor: index, end: index });
  };
  const move = (event: PointerEvent) => {
    const { index } = at(event);
    setPointed(index);
    if (pressedAt.current !== null && selection !== null && selection.end !== index)
      setSelection({ ...selection, end: index });
  };
  const release = (event: PointerEvent) => {
    if (pressedAt.current === null || selection === null) return;
    const { x, index, time } = at(event);
    if (Math.abs(x - pressedAt.current) >= clickPixels) {
      zoomTo({ ...selection, end: index });
      return;
    }
    forget();
    const bar = bars[index];
    const episode = bar === undefined ? undefined : episodeAt(bar, time);
    clearTimeout(click.current);
    if (episode !== undefined) click.current = setTimeout(onEpisode, doubleClickMs, episode);
  };

  const goTo = (index: number, selecting: boolean) => {
    const target = Math.max(0, Math.min(last, index));
    setPointed(null);
    setFocused(target);
    setSelection(selecting ? { anchor: selection?.anchor ?? current, end: target } : null);
    // Beyond the edge there is more: the window moves on with the keys.
    if (index < 0 && !selecting) onZoom(panBy(range, -0.25), true);
    if (index > last && !selecting) onZoom(panBy(range, 0.25), true);
  };
  const centre = currentBar === undefined ? range.from : (currentBar.from + currentBar.to) / 2;
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) goTo(step(current, last), event.shiftKey);
    else if (event.key === 'Enter') zoomTo(selection ?? { anchor: current, end: current });
    else if (event.key === '+' || event.key === '=') onZoom(zoomAround(centre, range, 0.5), false);
    else if (event.key === '-') onZoom(zoomAround(centre, range, 2), false);
    else if (event.key === '0') onReset();
    else if (event.key === ' ' && currentBar !== undefined) {
      const episode = episodeAt(currentBar, centre);
      if (episode !== undefined) onEpisode(episode);
    } else if (event.key === 'Escape') {
      if (selection === null) onBack();
      else forget();
    } else return;
    event.preventDefault();
  };

  const chosen = selection === null ? null : edgesOf(selection, bars);
  const inEpisode = (bar: Bucket) => episodes.some((episode) => touches(episode, bar));
  const middle = (bar: Bucket) => xOf((bar.from + bar.to) / 2, range, area.width);
  return (
    <>
      <div
        ref={layer}
        className="sw-chart-pointer"
        style={area}
        role="slider"
        tabIndex={0}
        data-episode={(shownBar !== undefined && inEpisode(shownBar)) || undefined}
        aria-label={t('chart:label')}
        aria-description={t('chart:hint')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, current)}
        aria-valuetext={
          currentBar === undefined
            ? t('chart:nothingRead')
            : spoken(currentBar, size, inEpisode(currentBar), format, t)
        }
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={forget}
        onPointerLeave={() => {
          setPointed(null);
        }}
        onDoubleClick={() => {
          clearTimeout(click.current);
          onBack();
        }}
        onKeyDown={key}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setFocused(Math.max(0, current));
        }}
        onBlur={() => {
          setFocused(null);
          forget();
        }}
      >
        {chosen !== null && (
          <div
            className="sw-chart-selection"
            style={{
              left: xOf(chosen.from, range, area.width),
              width: xOf(chosen.to, range, area.width) - xOf(chosen.from, range, area.width),
            }}
          />
        )}
        {shownBar !== undefined && (
          <>
            <div className="sw-chart-cursor" style={{ left: middle(shownBar) }} />
            <TimelineTooltip
              bar={shownBar}
              size={size}
              inEpisode={inEpisode(shownBar)}
              passwordChanges={passwordChanges
                .filter((change) => change >= shownBar.from && change < shownBar.to)
                .slice(0, 3)}
              left={middle(shownBar)}
              side={middle(shownBar) > area.width / 2 ? 'left' : 'right'}
            />
          </>
        )}
      </div>
      <p className="sw-hidden" aria-live="polite">
        {chosen !== null &&
          selection?.anchor !== selection?.end &&
          t('chart:selected', { range: barTime(chosen, size, format, t) })}
      </p>
    </>
  );
}

function edgesOf({ anchor, end }: Selection, bars: readonly Bucket[]): TimeRange | null {
  const first = bars[Math.min(anchor, end)];
  const final = bars[Math.max(anchor, end)];
  return first === undefined || final === undefined ? null : { from: first.from, to: final.to };
}

const steps: Readonly<Record<string, (current: number, last: number) => number>> = {
  ArrowLeft: (current) => current - 1,
  ArrowRight: (current) => current + 1,
  PageUp: (current) => Math.max(0, current - page),
  PageDown: (current, last) => Math.min(last, current + page),
  Home: () => 0,
  End: (_current, last) => last,
};

/**
 * A pinch (which arrives as a wheel with Ctrl) zooms around the pointer, a sideways turn moves. A plain turn
 * scrolls the page, as everywhere. React's own wheel listener is passive and could not keep the page still.
 */
function useWheel(range: TimeRange, onZoom: (range: TimeRange, same: boolean) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const lastTurn = useRef(0);
  const turn = useEffectEvent((event: WheelEvent) => {
    const element = ref.current;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    const moves =
      !event.ctrlKey && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY);
    if (element === null || (!event.ctrlKey && !moves)) return;
    event.preventDefault();
    const { left, width } = element.getBoundingClientRect();
    const same = event.timeStamp - lastTurn.current < gestureMs;
    lastTurn.current = event.timeStamp;
    const at = timeAt(event.clientX - left, range, width);
    const next = moves
      ? panBy(range, sideways / Math.max(1, width))
      : zoomAround(at, range, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150));
    onZoom(next, same);
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const listener = (event: WheelEvent) => {
      turn(event);
    };
    element.addEventListener('wheel', listener, { passive: false });
    return () => {
      element.removeEventListener('wheel', listener);
    };
  }, []);
  return ref;
}
