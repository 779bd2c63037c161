import { directions, stages, type Direction, type SmtpStage } from '../bounce/notice.ts';
import {
  directionIndex,
  directionOf,
  flag,
  isRejection,
  stageIndex,
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
  /** In the order of an SMTP dialogue. */
  readonly stages: readonly SmtpStage[];
  /** Names are in order of first sight, at most `mostNames` of each kind. */
  readonly connectionIps: readonly string[];
  readonly recipientDomains: readonly string[];
  /** As seen in the originals: Message-ID host, X-Mailer, User-Agent. */
  readonly programs: readonly string[];
}

export const hour = 3_600_000;
export const day = 24 * hour;
/** Stops an episode of a million domains from being a list of a million names. */
export const mostNames = 100;

/** A class, since a million rows write to its fields: they keep their place. */
class Growing {
  endedAt: number;
  notices = 0;
  failures = 0;
  recipients = 0;
  permanent = 0;
  lastNotice = 0;
  /** One bit for each stage. */
  stages = 0;
  /** Numbers of names in order of first sight. */
  readonly ips: number[] = [];
  readonly domains: number[] = [];
  readonly programs: number[] = [];

  constructor(
    readonly startedAt: number,
    readonly direction: Direction,
    readonly number: number,
    /** In which episode of this direction a name was last seen: numbers are unique whatever they name. */
    readonly lastSeenIn: Uint32Array,
  ) {
    this.endedAt = startedAt;
  }

  /** Whether a name comes up in this episode for the first time; marks it as seen. */
  isNew(id: number): boolean {
    if (id === 0 || this.lastSeenIn[id] === this.number) return false;
    this.lastSeenIn[id] = this.number;
    return true;
  }

  note(id: number, names: number[]): void {
    if (this.isNew(id) && names.length < mostNames) names.push(id);
  }
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
  const open: (Growing | undefined)[] = directions.map(() => undefined);
  const most = highestName(columns);
  const episodes: Growing[] = [];
  const from = since ?? -Infinity;
  for (let row = 0; row < length; row += 1) {
    const bits = flags[row] ?? 0;
    if (!isRejection(bits) || (receivedAt[row] ?? 0) < from) continue;
    const direction = directionIndex(bits);
    const time = at[row] ?? 0;
    let episode = open[direction];
    if (!episode || time - episode.endedAt > gap) {
      const lastSeenIn = episode?.lastSeenIn ?? new Uint32Array(most + 1);
      episode = new Growing(time, directionOf(bits), episodes.length + 1, lastSeenIn);
      open[direction] = episode;
      episodes.push(episode);
    }
    episode.endedAt = time;
    episode.failures += 1;
    if ((bits & flag.permanent) !== 0) episode.permanent += 1;
    // All failures of a notice have its time, so they follow each other.
    if (notice[row] !== episode.lastNotice) episode.notices += 1;
    episode.lastNotice = notice[row] ?? 0;
    episode.stages |= 1 << stageIndex(bits);
    if (episode.isNew(recipient[row] ?? 0)) episode.recipients += 1;
    episode.note(ip[row] ?? 0, episode.ips);
    episode.note(domain[row] ?? 0, episode.domains);
    episode.note(program[row] ?? 0, episode.programs);
  }
  return episodes.map((episode) => finish(episode, nameOf));
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
  // Place 0 is a rejection without a stage.
  stages: stages.filter((_, index) => (episode.stages & (2 << index)) !== 0),
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

/** Columns never change; several judges ask this of the same ones. */
const highestNames = new WeakMap<FailureColumns, number>();

/** The largest number of any name. */
export function highestName(columns: FailureColumns): number {
  const known = highestNames.get(columns);
  if (known !== undefined) return known;
  const { recipient, domain, ip, program, original } = columns;
  const most = Math.max(...[recipient, domain, ip, program, original].map(highest));
  highestNames.set(columns, most);
  return most;
}

/** Episodes that limit our own sending: a recipient's server that limits a host says nothing about our account. */
export const ownEpisodes = <E extends Pick<Episode, 'direction'>>(episodes: readonly E[]): E[] =>
  episodes.filter(({ direction }) => direction !== 'recipient-server');
