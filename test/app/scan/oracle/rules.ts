import type { ReportedFailure, World, WorldNotice } from './world.ts';

/**
 * The counting rules of the command line's promise (docs/cli.md), written a second time, as plainly as they read
 * and without a look at app/health: slow, with nothing cached. Where both agree, the promise is kept.
 */
export interface Verdict {
  readonly totals: { notices: number; failures: number; throttled: number };
  readonly episodes: readonly EpisodeVerdict[];
  readonly coverage: number | null;
  readonly advice: { action: string; retryAt: number | null };
  readonly state: string;
}

interface SentCount {
  readonly messages: number;
  readonly recipients: number;
}

export interface EpisodeVerdict {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly notices: number;
  readonly failures: number;
  readonly transient: number;
  readonly permanent: number;
  readonly pace: { minute: SentCount; hour: SentCount; day: SentCount };
}

interface Counted extends ReportedFailure {
  readonly notice: WorldNotice;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function judge(world: World): Verdict {
  const notices = world.notices.filter(({ receivedAt }) => receivedAt >= world.since);
  const counted = countOnce(notices);
  const throttled = counted
    .filter(({ kind }) => kind === 'transient' || kind === 'permanent')
    .sort((a, b) => a.notice.writtenAt - b.notice.writtenAt);
  const episodes = episodesOf(throttled).map((rejections) => describe(world, rejections));
  const advice = adviceFor(episodes, world.now);
  const originals = new Set(notices.flatMap(({ originalId }) => originalId ?? []));
  const inSent = [...originals].filter((id) =>
    world.sent.some(({ messageId }) => messageId === id),
  );
  return {
    totals: { notices: notices.length, failures: counted.length, throttled: throttled.length },
    episodes,
    coverage: originals.size === 0 ? null : inSent.length / originals.size,
    advice,
    state:
      advice.retryAt !== null && world.now < advice.retryAt
        ? 'limited'
        : advice.retryAt !== null && world.now < advice.retryAt + 7 * day
          ? 'recovering'
          : 'healthy',
  };
}

/** A failure counts once for one original mail and recipient; a warning that a failure follows does not count. */
function countOnce(notices: readonly WorldNotice[]): Counted[] {
  const all = notices.flatMap((notice) => notice.failures.map((each) => ({ ...each, notice })));
  return all.filter((failure) => {
    if (failure.notice.originalId === null) return true;
    const same = all
      .filter(
        (other) =>
          other.notice.originalId === failure.notice.originalId &&
          other.recipient === failure.recipient,
      )
      .sort((a, b) => a.notice.writtenAt - b.notice.writtenAt);
    const final = same.find(({ action }) => action === 'failed');
    if (final === undefined) return same[0] === failure;
    // "Time ran out" says nothing about why: the warning that said it stands (docs/bounces.md).
    const reason = same.find(({ kind }) => kind === 'transient' || kind === 'permanent');
    return (final.kind === 'expired' ? (reason ?? final) : final) === failure;
  });
}

function episodesOf(throttled: readonly Counted[]): Counted[][] {
  const episodes: Counted[][] = [];
  for (const rejection of throttled) {
    const last = episodes.at(-1);
    const before = last?.at(-1);
    if (last && before && rejection.notice.writtenAt - before.notice.writtenAt <= hour)
      last.push(rejection);
    else episodes.push([rejection]);
  }
  return episodes;
}

function describe(world: World, rejections: readonly Counted[]): EpisodeVerdict {
  const times = rejections.map(({ notice }) => notice.writtenAt);
  const startedAt = Math.min(...times);
  const before = (length: number): SentCount => {
    const mails = world.sent.filter(({ at }) => at > startedAt - length && at <= startedAt);
    return {
      messages: mails.length,
      recipients: mails.reduce((sum, { recipients }) => sum + recipients, 0),
    };
  };
  const transient = rejections.filter(({ kind }) => kind === 'transient').length;
  return {
    ...{ startedAt, endedAt: Math.max(...times) },
    notices: new Set(rejections.map(({ notice }) => notice.key)).size,
    failures: rejections.length,
    ...{ transient, permanent: rejections.length - transient },
    pace: { minute: before(minute), hour: before(hour), day: before(day) },
  };
}

interface Pause {
  readonly action: string;
  readonly retryAt: number;
}

function pauseAfter(episodes: readonly EpisodeVerdict[], index: number): Pause | null {
  const episode = episodes[index];
  if (!episode) return null;
  const previous = episodes[index - 1];
  const long = episode.endedAt - episode.startedAt >= 3 * hour;
  const again = previous !== undefined && episode.startedAt - previous.endedAt <= day;
  return long || again
    ? { action: 'stop-for-a-day', retryAt: episode.endedAt + day }
    : { action: 'pause', retryAt: episode.endedAt + hour };
}

function adviceFor(episodes: readonly EpisodeVerdict[], now: number): Verdict['advice'] {
  const last = pauseAfter(episodes, episodes.length - 1);
  if (!last) return { action: 'none', retryAt: null };
  const first = episodes.findIndex(({ endedAt }) => endedAt > now - 14 * day);
  const recent = first < 0 ? [] : episodes.slice(first);
  const kept = recent.every((episode, index) => {
    const pause = index === 0 ? null : pauseAfter(episodes, first + index - 1);
    return pause === null || episode.startedAt >= pause.retryAt;
  });
  if (recent.length >= 5 && kept) return { action: 'contact-support', retryAt: last.retryAt };
  return now >= last.retryAt ? { action: 'none', retryAt: last.retryAt } : last;
}
