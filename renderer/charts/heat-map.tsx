import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format.ts';
import { heatLevel, heatLevels, heatPaint } from './heat-levels.ts';
import './heat-map.css';

export interface HeatMapProps {
  /** Seven rows, Monday first, of 24 hours. */
  readonly hours: readonly (readonly number[])[];
  /** Names of the days, Monday first. */
  readonly days: readonly string[];
  readonly label: string;
}

interface Place {
  readonly day: number;
  readonly hour: number;
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Hour by weekday as a grid that one walks with the arrow keys; shades of one hue, the number under the pointer. */
export function HeatMap({ hours, days, label }: HeatMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [focus, setFocus] = useState<Place>({ day: 0, hour: 0 });
  const [shown, setShown] = useState<Place | null>(null);
  const largest = Math.max(0, ...hours.flat());
  const words = ({ day, hour }: Place) => {
    const count = hours[day]?.[hour] ?? 0;
    return t('chart:heatCell', {
      day: days[day],
      from: clock(hour),
      to: clock(hour + 1),
      count,
      formatted: format.number(count),
    });
  };
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = step(focus);
    setFocus(next);
    event.currentTarget
      .querySelector<HTMLElement>(`[data-place="${next.day}:${next.hour}"]`)
      ?.focus();
  };
  return (
    <div className="sw-heat-map">
      <div className="sw-heat" role="grid" aria-label={label} onKeyDown={key}>
        <div role="row" className="sw-heat-row">
          <span role="columnheader" className="sw-heat-day">
            <span className="sw-hidden">{t('chart:weekday')}</span>
          </span>
          {hours[0]?.map((_, hour) => (
            <span role="columnheader" key={hour} className="sw-heat-hour">
              <span className="sw-hidden">{clock(hour)}</span>
              {hour % 3 === 0 && <span aria-hidden>{clock(hour).slice(0, 2)}</span>}
            </span>
          ))}
        </div>
        {hours.map((row, day) => (
          <div role="row" className="sw-heat-row" key={day}>
            <span role="rowheader" className="sw-heat-day">
              {days[day]}
            </span>
            {row.map((count, hour) => (
              <span
                role="gridcell"
                key={hour}
                className="sw-heat-cell"
                data-place={`${day}:${hour}`}
                data-level={heatLevel(count, largest)}
                tabIndex={day === focus.day && hour === focus.hour ? 0 : -1}
                aria-label={words({ day, hour })}
                onPointerEnter={() => {
                  setShown({ day, hour });
                }}
                onPointerLeave={() => {
                  setShown(null);
                }}
                onFocus={() => {
                  setFocus({ day, hour });
                  setShown({ day, hour });
                }}
                onBlur={() => {
                  setShown(null);
                }}
                // Drawn by the style: as text it would be one more name, and 16K is not in "15,838 rejections".
                data-short={
                  count === 0 ? undefined : count < 1000 ? count : format.shortNumber(count)
                }
              />
            ))}
          </div>
        ))}
      </div>
      <div className="sw-heat-foot">
        <p className="sw-number" aria-hidden>
          {shown === null ? t('chart:heatHint') : words(shown)}
        </p>
        <ul className="sw-heat-legend" aria-hidden>
          <li>{t('chart:fewer')}</li>
          {Array.from({ length: heatLevels + 1 }, (_, level) => (
            <li key={level}>
              <svg width={14} height={14}>
                <rect width={14} height={14} rx={3} fill={heatPaint(level)} />
              </svg>
            </li>
          ))}
          <li>{t('chart:moreOf', { formatted: format.number(largest) })}</li>
        </ul>
      </div>
    </div>
  );
}

const steps: Readonly<Record<string, (place: Place) => Place>> = {
  ArrowLeft: ({ day, hour }) => ({ day, hour: Math.max(0, hour - 1) }),
  ArrowRight: ({ day, hour }) => ({ day, hour: Math.min(23, hour + 1) }),
  ArrowUp: ({ day, hour }) => ({ day: Math.max(0, day - 1), hour }),
  ArrowDown: ({ day, hour }) => ({ day: Math.min(6, day + 1), hour }),
  Home: ({ day }) => ({ day, hour: 0 }),
  End: ({ day }) => ({ day, hour: 23 }),
};
