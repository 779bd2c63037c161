import { useTranslation } from 'react-i18next';
import type { EpisodeRow } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';
import { useNow } from '../../use-now.ts';

export const episodeKey = ({ startedAt, direction }: EpisodeRow): string =>
  `${startedAt}:${direction}`;

/** "until 16:40, 2 h 35 min": how long an episode went on, in the shortest clear form. */
export function useEpisodeWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return {
    length: ({ startedAt, endedAt }: EpisodeRow): string =>
      endedAt - startedAt < 60_000
        ? t('overview.single')
        : t('overview.ongoing', {
            to: format.moment(endedAt, sameDay(startedAt, endedAt) ? endedAt : now),
            duration: format.duration(endedAt - startedAt),
          }),
  };
}

const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();
