import type { EpisodeRow } from '../../../app/api/contract.ts';

/**
 * The account's own episode that holds a moment. Notifications group by the hour whatever pause was chosen here, so the
 * episode may begin at another time than they said.
 */
export const episodeAt = (episodes: readonly EpisodeRow[], at: number): EpisodeRow | null =>
  episodes.find(
    ({ startedAt, endedAt, direction }) =>
      direction !== 'recipient-server' && startedAt <= at && at <= endedAt,
  ) ?? null;
