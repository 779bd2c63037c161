import { useTranslation } from 'react-i18next';
import type { Bucket } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { type BucketSize, rangeOf } from './bucket-words.ts';
import { Swatch } from './swatch.tsx';

interface TimelineTooltipProps {
  readonly bucket: Bucket;
  readonly bucketSize: BucketSize;
  readonly inEpisode: boolean;
  /** Where the bucket's middle is, and on which side of it there is room. */
  readonly left: number;
  readonly side: 'left' | 'right';
}

/** For the eye only: the slider behind it says the same to those who hear. */
export function TimelineTooltip(props: TimelineTooltipProps) {
  const { bucket, bucketSize, inEpisode, left, side } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="sw-chart-tooltip" data-side={side} style={{ left }} aria-hidden>
      <p className="sw-chart-tooltip-time">{rangeOf(bucket, bucket, bucketSize, format, t)}</p>
      <dl>
        {(['transient', 'permanent', 'sent'] as const).map((series) => (
          <div key={series}>
            <dt>
              <Swatch series={series} />
              {t(`chart:column.${series}`)}
            </dt>
            <dd className="sw-number">{format.number(bucket[series])}</dd>
          </div>
        ))}
      </dl>
      {inEpisode && (
        <p>
          <Swatch series="episode" />
          {t('chart:episode')}
        </p>
      )}
      <p className="sw-dim">{format.zone}</p>
    </div>
  );
}
