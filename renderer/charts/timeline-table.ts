import { useTranslation } from 'react-i18next';
import type { Bucket, BucketSize, EpisodeRow } from '../../app/api/contract.ts';
import { isoIn } from '../../app/text/time.ts';
import { useFormat } from '../use-format.ts';
import { barTime, touches } from './bar-words.ts';
import { cell, type TableData } from './table-data.ts';

/** The chart's numbers, newest first, without the times at which nothing was. */
export function useTimelineTable(
  buckets: readonly Bucket[],
  size: BucketSize,
  episodes: readonly EpisodeRow[],
  passwordChanges: readonly number[],
): () => TableData {
  const { t } = useTranslation();
  const format = useFormat();
  return () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const rows = buckets
      .map((bucket) => ({
        bucket,
        changes: passwordChanges.filter((at) => at >= bucket.from && at < bucket.to),
      }))
      .filter(
        ({ bucket: { transient, permanent, sent }, changes }) =>
          transient + permanent + sent + changes.length > 0,
      )
      .reverse();
    const number = (value: number) => cell(format.number(value), value);
    return {
      caption: `${t('chart:onlyWithContent')}${format.gap}${t('chart:zone', { zone: format.zone })}`,
      columns: (['time', 'transient', 'permanent', 'sent', 'notes'] as const).map((column) =>
        t(`chart:column.${column}`),
      ),
      rows: rows.map(({ bucket, changes }) => [
        cell(barTime(bucket, size, format, t), isoIn(zone, bucket.from)),
        number(bucket.transient),
        number(bucket.permanent),
        number(bucket.sent),
        cell(
          [
            ...(episodes.some((episode) => touches(episode, bucket)) ? [t('chart:episode')] : []),
            ...changes.map((at) => t('chart:passwordChanged', { at: format.dateTime(at) })),
          ].join('; '),
        ),
      ]),
    };
  };
}
