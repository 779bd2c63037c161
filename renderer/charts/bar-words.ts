import type { TFunction } from 'i18next';
import type { Bucket, BucketSize, EpisodeRow } from '../../app/api/contract.ts';
import type { Format } from '../format.ts';

/** "3 Nov 2026", "1 Nov 2026 to 7 Nov 2026", "3 Nov 2026, 14:00–15:00": for days the last is meant as a whole. */
export function barTime(
  { from, to }: Pick<Bucket, 'from' | 'to'>,
  size: BucketSize,
  format: Format,
  t: TFunction,
): string {
  if (size === 'day' || size === 'week' || size === 'month') {
    const [first, last] = [format.day(from), format.day(to - 1)];
    return first === last ? first : t('chart:range', { from: first, to: last });
  }
  return new Date(from).toDateString() === new Date(to - 1).toDateString()
    ? `${format.dateTime(from)}–${format.moment(to, to)}`
    : t('chart:range', { from: format.dateTime(from), to: format.dateTime(to) });
}

/** One sentence for those who hear the chart. */
export function spoken(
  bar: Bucket,
  size: BucketSize,
  inEpisode: boolean,
  format: Format,
  t: TFunction,
): string {
  return t(inEpisode ? 'chart:spokenEpisode' : 'chart:spoken', {
    time: barTime(bar, size, format, t),
    transient: format.number(bar.transient),
    permanent: format.number(bar.permanent),
    sent: format.number(bar.sent),
  });
}

/** An episode touches a bar when any moment of it lies inside. */
export const touches = (
  episode: Pick<EpisodeRow, 'startedAt' | 'endedAt'>,
  bar: Pick<Bucket, 'from' | 'to'>,
): boolean => episode.startedAt < bar.to && episode.endedAt >= bar.from;
