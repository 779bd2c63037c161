import { useTranslation } from 'react-i18next';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import { type BucketSize, timeOf, touches } from './bucket-words.ts';

interface TimelineTableProps {
  readonly buckets: readonly Bucket[];
  readonly episodes: readonly EpisodeRow[];
  readonly bucketSize: BucketSize;
}

const columns = ['time', 'transient', 'permanent', 'sent', 'episode'] as const;

/** The chart's numbers, newest first, for those who read rather than look. */
export function TimelineTable({ buckets, episodes, bucketSize }: TimelineTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = buckets
    .filter(({ transient, permanent, sent }) => transient + permanent + sent > 0)
    .reverse();
  return (
    <div className="sw-chart-table" role="group" aria-label={t('chart:label')} tabIndex={0}>
      <table>
        <caption className="sw-dim">
          {t('chart:onlyWithContent')} {t('chart:zone', { zone: format.zone })}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`chart:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((bucket) => (
            <tr key={bucket.from}>
              <th scope="row">{timeOf(bucket, bucketSize, format)}</th>
              <td>{format.number(bucket.transient)}</td>
              <td>{format.number(bucket.permanent)}</td>
              <td>{format.number(bucket.sent)}</td>
              <td>
                {episodes.some((episode) => touches(episode, bucket)) ? t('chart:inEpisode') : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
