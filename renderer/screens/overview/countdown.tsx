import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const second = 1000;
const circumference = 2 * Math.PI * 20;

/** 42:05, or 1:02:05: figures that stand still while they count. */
export function clockOf(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / second));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

/** The time until the next try, counting, and said to be an estimate. */
export function Countdown({
  from,
  retryAt,
  now,
}: {
  /** When the wait began, for the share that is over; null: not known. */
  readonly from: number | null;
  readonly retryAt: number;
  readonly now: number;
}) {
  const { t } = useTranslation();
  const left = Math.max(0, retryAt - now);
  const share = from === null || retryAt <= from ? 1 : Math.min(1, left / (retryAt - from));
  return (
    <Tooltip label={t('headline.estimateWhy')} multiline w={300} withinPortal={false}>
      <button type="button" className="sw-countdown">
        <svg width={48} height={48} viewBox="0 0 48 48" aria-hidden>
          <circle cx={24} cy={24} r={20} fill="none" stroke="var(--sw-track)" strokeWidth={5} />
          <circle
            cx={24}
            cy={24}
            r={20}
            fill="none"
            stroke="var(--sw-amber)"
            strokeWidth={5}
            strokeLinecap="round"
            strokeDasharray={`${share * circumference} ${circumference}`}
            transform="rotate(-90 24 24)"
          />
        </svg>
        <span className="sw-countdown-words">
          <span className="sw-countdown-clock sw-number" role="timer">
            {clockOf(left)}
          </span>
          <span className="sw-dim">{t('headline.estimate')}</span>
        </span>
        <span className="sw-hidden">{t('headline.estimateWhy')}</span>
      </button>
    </Tooltip>
  );
}
