import { day, hour, type Episode } from './episodes.ts';

export type AdviceAction = 'none' | 'pause' | 'stop-for-a-day' | 'contact-support';

/** Which rule decided; the text room makes the sentence. */
export type AdviceReason =
  | 'no-throttle'
  | 'over'
  | 'short-episode'
  | 'long-episode'
  | 'repeated-within-a-day'
  | 'repeated-despite-advice';

export interface Advice {
  readonly action: AdviceAction;
  /** An estimate: last rejection plus Alibaba's advised pause. Null where nothing was throttled. */
  readonly retryAt: number | null;
  readonly reason: AdviceReason;
}

interface Pause {
  readonly action: 'pause' | 'stop-for-a-day';
  readonly reason: AdviceReason;
  readonly retryAt: number;
}

/** Alibaba's two cures: minute or hour, pause and retry; day, stop and retry after 24 hours. */
function pauseAfter(episode: Episode, before: Episode | undefined): Pause {
  if (episode.endedAt - episode.startedAt >= 3 * hour)
    return { action: 'stop-for-a-day', reason: 'long-episode', retryAt: episode.endedAt + day };
  if (before && episode.startedAt - before.endedAt <= day)
    return {
      action: 'stop-for-a-day',
      reason: 'repeated-within-a-day',
      retryAt: episode.endedAt + day,
    };
  return { action: 'pause', reason: 'short-episode', retryAt: episode.endedAt + hour };
}

/** Episodes that limit our own sending: a recipient's server that limits a host says nothing about our account. */
export const ownEpisodes = (episodes: readonly Episode[]): Episode[] =>
  episodes.filter(({ direction }) => direction !== 'recipient-server');

/** Five or more in 14 days, each begun after the pause that the one before it called for. */
function repeatedDespiteAdvice(own: readonly Episode[], now: number): boolean {
  const recent = own.filter(({ endedAt }) => endedAt > now - 14 * day);
  const kept = recent.every((episode, index) => {
    const previous = recent[index - 1];
    return !previous || episode.startedAt >= pauseAfter(previous, recent[index - 2]).retryAt;
  });
  return recent.length >= 5 && kept;
}

/** What to do now, from the course of the last episode (docs: the rules of the command line's `advice`). */
export function advise(episodes: readonly Episode[], now: number): Advice {
  const own = ownEpisodes(episodes);
  const last = own.at(-1);
  if (!last) return { action: 'none', retryAt: null, reason: 'no-throttle' };
  const pause = pauseAfter(last, own.at(-2));
  if (repeatedDespiteAdvice(own, now))
    return { action: 'contact-support', retryAt: pause.retryAt, reason: 'repeated-despite-advice' };
  if (pause.retryAt <= now) return { action: 'none', retryAt: pause.retryAt, reason: 'over' };
  return pause;
}
