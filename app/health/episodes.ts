import type { Direction } from '../bounce/notice.ts';

/** One counted throttle rejection. Times are milliseconds since 1970 UTC. */
export interface Rejection {
  readonly at: number;
  readonly noticeId: number;
  readonly permanent: boolean | null;
  readonly direction: Direction;
  readonly connectionIp: string | null;
}

/** Rejections of one direction with no gap longer than an hour. */
export interface Episode {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly notices: number;
  readonly failures: number;
  readonly transient: number;
  readonly permanent: number;
  readonly direction: Direction;
  /** In order of first sight. */
  readonly connectionIps: readonly string[];
}

export const hour = 3_600_000;
export const day = 24 * hour;

interface Growing extends Episode {
  endedAt: number;
  failures: number;
  transient: number;
  permanent: number;
  noticeIds: Set<number>;
  ips: Set<string>;
}

const start = ({ at, direction }: Rejection): Growing => ({
  startedAt: at,
  endedAt: at,
  notices: 0,
  failures: 0,
  transient: 0,
  permanent: 0,
  direction,
  connectionIps: [],
  noticeIds: new Set(),
  ips: new Set(),
});

const finish = ({ noticeIds, ips, ...episode }: Growing): Episode => ({
  ...episode,
  notices: noticeIds.size,
  connectionIps: [...ips],
});

/**
 * Groups rejections, given in order of time, into episodes in order of their start.
 * @param gap the longest pause inside an episode, in milliseconds
 */
export function findEpisodes(rejections: Iterable<Rejection>, gap: number = hour): Episode[] {
  const open = new Map<Direction, Growing>();
  const episodes: Growing[] = [];
  for (const rejection of rejections) {
    let episode = open.get(rejection.direction);
    if (!episode || rejection.at - episode.endedAt > gap) {
      episode = start(rejection);
      open.set(rejection.direction, episode);
      episodes.push(episode);
    }
    episode.endedAt = rejection.at;
    episode.failures += 1;
    // Without a quoted reply nothing says that it is final.
    if (rejection.permanent === true) episode.permanent += 1;
    else episode.transient += 1;
    episode.noticeIds.add(rejection.noticeId);
    if (rejection.connectionIp !== null) episode.ips.add(rejection.connectionIp);
  }
  return episodes.map(finish);
}
