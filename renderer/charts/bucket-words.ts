import type { TFunction } from 'i18next';
import type { Bucket, EpisodeRow } from '../../app/api/contract.ts';
import type { Format } from '../format.ts';

export type BucketSize = 'hour' | 'day';

/** What one bucket, or a row of them, is called, in the viewer's zone. */
export function timeOf(bucket: Bucket, size: BucketSize, format: Format): string {
  return size === 'day' ? format.day(bucket.from) : format.dateTime(bucket.from);
}

/** "1 Nov 2026 to 4 Nov 2026": for days the last day is meant as a whole. */
export function rangeOf(
  first: Bucket,
  last: Bucket,
  size: BucketSize,
  format: Format,
  t: TFunction,
): string {
  if (size === 'hour') {
    return t('chart:range', { from: format.dateTime(first.from), to: format.dateTime(last.to) });
  }
  if (first.from === last.from) return format.day(first.from);
  return t('chart:range', { from: format.day(first.from), to: format.day(last.from) });
}

/** One sentence for those who hear the chart. */
export function spoken(
  bucket: Bucket,
  size: BucketSize,
  inEpisode: boolean,
  format: Format,
  t: TFunction,
): string {
  return t(inEpisode ? 'chart:spokenEpisode' : 'chart:spoken', {
    time: timeOf(bucket, size, format),
    transient: format.number(bucket.transient),
    permanent: format.number(bucket.permanent),
    sent: format.number(bucket.sent),
  });
}

/** An episode touches a bucket when any moment of it lies inside. */
export const touches = (episode: EpisodeRow, bucket: Bucket): boolean =>
  episode.startedAt < bucket.to && episode.endedAt >= bucket.from;

/** Labels of the time axis: a day, and with hours the time as well. */
export function axisLabel(language: string, size: BucketSize): (at: number) => string {
  const label = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(size === 'hour' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  });
  return (at) => label.format(at);
}
