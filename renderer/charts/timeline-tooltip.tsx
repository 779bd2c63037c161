import { useTranslation } from 'react-i18next';
import type { Bucket, BucketSize } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { barTime } from './bar-words.ts';
import { Swatch } from './swatch.tsx';

interface TimelineTooltipProps {
  readonly bar: Bucket;
  readonly size: BucketSize;
  readonly inEpisode: boolean;
  readonly passwordChanges: readonly number[];
  /** Where the bar's middle is, and on which side of it there is room. */
  readonly left: number;
  readonly side: 'left' | 'right';
}

/** For the eye only: the slider behind it says the same to those who hear. */
export function TimelineTooltip(props: TimelineTooltipProps) {
  const { bar, size, inEpisode, passwordChanges, left, side } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="sw-chart-tooltip" data-side={side} style={{ left }} aria-hidden>
      <p className="sw-chart-tooltip-time">{barTime(bar, size, format, t)}</p>
      <dl>
        {(['transient', 'permanent', 'sent'] as const).map((series) => (
          <div key={series}>
            <dt>
              <Swatch series={series} />
              {t(`chart:column.${series}`)}
            </dt>
            <dd className="sw-number">{format.number(bar[series])}</dd>
          </div>
        ))}
      </dl>
      {inEpisode && (
        <p>
          <Swatch series="episode" />
          {t('chart:openEpisode')}
        </p>
      )}
      {passwordChanges.map((at) => (
        <p key={at}>
          <Swatch series="password" />
          {t('chart:passwordChanged', { at: format.dateTime(at) })}
        </p>
      ))}
    </div>
  );
}
