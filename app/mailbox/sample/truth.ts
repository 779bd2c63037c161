import { type SamplePath, samplePaths } from './story/entry.ts';
import { plannedEpisodes } from './story/episodes.ts';
import { tellStory } from './story/story.ts';

export interface SampleTruth {
  /** How many messages lie in each folder. */
  readonly messages: Readonly<Record<SamplePath, number>>;
  /** Bounce notices, the one that lies in two folders counted once. */
  readonly notices: number;
  /** Each original mail and recipient once. */
  readonly failures: number;
  readonly throttled: number;
  readonly episodes: readonly EpisodeTruth[];
}

export interface EpisodeTruth {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly notices: number;
  readonly failures: number;
  readonly transient: number;
  readonly permanent: number;
}

/** What a correct reader finds in the sample of `now`; for tests. */
export function sampleTruth(now: Date): SampleTruth {
  const { entries, bounces } = tellStory(now);
  const inFolder = (path: SamplePath): number =>
    entries.filter(({ folder }) => folder === path).length;
  const episodes = Array.from({ length: plannedEpisodes }, (_, episode): EpisodeTruth => {
    const own = bounces.filter(({ throttle }) => throttle?.episode === episode);
    const transient = sum(own.map(({ throttle }) => throttle?.transient ?? 0));
    const permanent = sum(own.map(({ throttle }) => throttle?.permanent ?? 0));
    const times = own.map(({ at }) => at.getTime());
    return {
      startedAt: new Date(Math.min(...times)),
      endedAt: new Date(Math.max(...times)),
      notices: own.length,
      failures: transient + permanent,
      transient,
      permanent,
    };
  });
  return {
    messages: {
      [samplePaths.inbox]: inFolder(samplePaths.inbox),
      [samplePaths.junk]: inFolder(samplePaths.junk),
      [samplePaths.sent]: inFolder(samplePaths.sent),
    },
    notices: bounces.length,
    failures: sum(bounces.map(({ failures, superseded }) => failures - superseded)),
    throttled: sum(episodes.map(({ failures }) => failures)),
    episodes,
  };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
