import { day, hour, ownEpisodes, type Episode } from './episodes.ts';

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

type Course = Pick<Episode, 'startedAt' | 'endedAt' | 'direction'>;

interface Pause {
  readonly action: 'pause' | 'stop-for-a-day';
  readonly reason: AdviceReason;
  readonly retryAt: number;
}

/**
 * Alibaba's two cures: minute or hour, pause and retry; day, stop and retry after 24 hours.
 * @param endedBefore when the episode before it ended; null for the first one
 */
function pauseAfter({ startedAt, endedAt }: Course, endedBefore: number | null): Pause {
  const stop = { action: 'stop-for-a-day', retryAt: endedAt + day } as const;
  if (endedAt - startedAt >= 3 * hour) return { ...stop, reason: 'long-episode' };
  if (endedBefore !== null && startedAt - endedBefore <= day)
    return { ...stop, reason: 'repeated-within-a-day' };
  return { action: 'pause', reason: 'short-episode', retryAt: endedAt + hour };
}

/**
 * Each episode with the pause that it calls for, in order of their ends. Episodes of two directions may overlap: one
 * that began before the other had ended did not begin after it.
 */
function withPauses(own: readonly Course[]): { episode: Course; pause: Pause }[] {
  const byEnd = [...own].sort((a, b) => a.endedAt - b.endedAt || a.startedAt - b.startedAt);
  const byStart = [...own].sort((a, b) => a.startedAt - b.startedAt);
  const pauses = new Map<Course, Pause>();
  let ended = 0;
  for (const episode of byStart) {
    while (ended < byEnd.length && (byEnd[ended]?.endedAt ?? Infinity) < episode.startedAt)
      ended += 1;
    pauses.set(episode, pauseAfter(episode, byEnd[ended - 1]?.endedAt ?? null));
  }
  return byEnd.flatMap((episode) => {
    const pause = pauses.get(episode);
    return pause ? [{ episode, pause }] : [];
  });
}

/** Five or more in 14 days, each begun after the pause that the one before it called for. */
function repeatedDespiteAdvice(
  inOrder: readonly { episode: Course; pause: Pause }[],
  now: number,
): boolean {
  const recent = inOrder.filter(({ episode }) => episode.endedAt > now - 14 * day);
  const kept = recent.every(({ episode }, index) => {
    const previous = recent[index - 1];
    return !previous || episode.startedAt >= previous.pause.retryAt;
  });
  return recent.length >= 5 && kept;
}

/** What to do now, from the course of the last episode (docs/cli.md: the rules of `advice`). */
export function advise(episodes: readonly Course[], now: number): Advice {
  const inOrder = withPauses(ownEpisodes(episodes));
  const pause = inOrder.at(-1)?.pause;
  if (!pause) return { action: 'none', retryAt: null, reason: 'no-throttle' };
  if (repeatedDespiteAdvice(inOrder, now))
    return { action: 'contact-support', retryAt: pause.retryAt, reason: 'repeated-despite-advice' };
  if (pause.retryAt <= now) return { action: 'none', retryAt: pause.retryAt, reason: 'over' };
  return pause;
}
