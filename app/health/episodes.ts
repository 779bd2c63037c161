import { directions, type Direction, type SmtpStage } from '../bounce/notice.ts';
import {
  directionOf,
  flag,
  isRejection,
  stageBits,
  stageOf,
  type FailureColumns,
} from '../store/failure-columns.ts';

/** Rejections of one direction with no gap longer than an hour. Times are milliseconds since 1970 UTC. */
export interface Episode {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly notices: number;
  readonly failures: number;
  /** Different recipients. */
  readonly recipients: number;
  readonly transient: number;
  readonly permanent: number;
  readonly direction: Direction;
  /** Names are in order of first sight, at most `mostNames` of each kind. */
  readonly stages: readonly SmtpStage[];
  readonly connectionIps: readonly string[];
  readonly recipientDomains: readonly string[];
  /** As seen in the originals: Message-ID host, X-Mailer, User-Agent. */
  readonly programs: readonly string[];
}

export const hour = 3_600_000;
export const day = 24 * hour;
/** Stops an episode of a million domains from being a list of a million names. */
export const mostNames = 100;

interface Growing {
  readonly startedAt: number;
  readonly direction: Direction;
  readonly number: number;
  endedAt: number;
  notices: number;
  failures: number;
  recipients: number;
  permanent: number;
  lastNotice: number;
  readonly stages: Set<SmtpStage>;
  /** Numbers of names in order of first sight. */
  readonly ips: number[];
  readonly domains: number[];
  readonly programs: number[];
}

export interface EpisodeOptions {
  /** The longest pause inside an episode, in milliseconds. */
  readonly gap?: number;
  /** Only of notices that arrived from then on; null: all. */
  readonly since?: number | null;
}

/**
 * Groups counted throttle rejections into episodes in order of their start, in one pass.
 * @param nameOf the text behind a number of the columns
 */
export function findEpisodes(
  columns: FailureColumns,
  nameOf: (id: number) => string,
  { gap = hour, since = null }: EpisodeOptions = {},
): Episode[] {
  const { at, receivedAt, notice, recipient, domain, ip, program, flags, length } = columns;
  const open = new Map<Direction, Growing>();
  // In which episode a name was last seen, by direction: numbers are unique whatever they name.
  const most = highestName(columns);
  const seen = new Map(directions.map((direction) => [direction, new Uint32Array(most + 1)]));
  const episodes: Growing[] = [];
  const from = since ?? -Infinity;
  for (let row = 0; row < length; row += 1) {
    const bits = flags[row] ?? 0;
    if (!isRejection(bits) || (receivedAt[row] ?? 0) < from) continue;
    const direction = directionOf(bits);
    const time = at[row] ?? 0;
    let episode = open.get(direction);
    if (!episode || time - episode.endedAt > gap) {
      episode = start(time, direction, episodes.length + 1);
      open.set(direction, episode);
      episodes.push(episode);
    }
    episode.endedAt = time;
    episode.failures += 1;
    if ((bits & flag.permanent) !== 0) episode.permanent += 1;
    // All failures of a notice have its time, so they follow each other.
    if (notice[row] !== episode.lastNotice) episode.notices += 1;
    episode.lastNotice = notice[row] ?? 0;
    if (isNew(recipient[row], episode, seen)) episode.recipients += 1;
    if ((bits & stageBits) !== 0) {
      const stage = stageOf(bits);
      if (stage !== null) episode.stages.add(stage);
    }
    note(ip[row], episode.ips, episode, seen);
    note(domain[row], episode.domains, episode, seen);
    note(program[row], episode.programs, episode, seen);
  }
  return episodes.map((episode) => finish(episode, nameOf));
}

const start = (startedAt: number, direction: Direction, number: number): Growing => ({
  ...{ startedAt, endedAt: startedAt, direction, number, lastNotice: 0 },
  ...{ notices: 0, failures: 0, recipients: 0, permanent: 0 },
  ...{ stages: new Set<SmtpStage>(), ips: [], domains: [], programs: [] },
});

type Seen = ReadonlyMap<Direction, Uint32Array>;

/** Whether a name comes up in an episode for the first time; marks it as seen. */
function isNew(id: number | undefined, { direction, number }: Growing, seen: Seen): boolean {
  const lastSeenIn = seen.get(direction);
  if (id === undefined || id === 0 || !lastSeenIn || lastSeenIn[id] === number) return false;
  lastSeenIn[id] = number;
  return true;
}

function note(id: number | undefined, names: number[], episode: Growing, seen: Seen): void {
  if (isNew(id, episode, seen) && id !== undefined && names.length < mostNames) names.push(id);
}

const finish = (episode: Growing, nameOf: (id: number) => string): Episode => ({
  startedAt: episode.startedAt,
  endedAt: episode.endedAt,
  notices: episode.notices,
  failures: episode.failures,
  recipients: episode.recipients,
  // Without a quoted reply nothing says that it is final.
  transient: episode.failures - episode.permanent,
  permanent: episode.permanent,
  direction: episode.direction,
  stages: [...episode.stages],
  connectionIps: episode.ips.map(nameOf),
  recipientDomains: episode.domains.map(nameOf),
  programs: episode.programs.map(nameOf),
});

/** The largest number in a column; 0 for an empty one. */
export function highest(column: Uint32Array): number {
  let most = 0;
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? 0;
    if (value > most) most = value;
  }
  return most;
}

/** The largest number of any name. */
export const highestName = ({ recipient, domain, ip, program, original }: FailureColumns): number =>
  Math.max(...[recipient, domain, ip, program, original].map(highest));

/** Episodes that limit our own sending: a recipient's server that limits a host says nothing about our account. */
export const ownEpisodes = <E extends Pick<Episode, 'direction'>>(episodes: readonly E[]): E[] =>
  episodes.filter(({ direction }) => direction !== 'recipient-server');
