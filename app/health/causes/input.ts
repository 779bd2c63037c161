import type { PasswordCheck } from '../../store/password-history.ts';
import type { Cause, CauseName, Evidence, Likelihood } from '../cause.ts';
import type { Coverage } from '../coverage.ts';
import type { Episode } from '../episodes.ts';
import type { HighestPace, Pace, SentIndex } from '../pace.ts';
import type { Signs } from './signs.ts';

/** Everything that the rules may look at. Times are milliseconds since 1970 UTC. */
export interface CauseInput {
  /** Episodes that limit our own sending, by the hour's gap, in order of their start. */
  readonly own: readonly (Pick<Episode, 'startedAt' | 'endedAt'> & {
    readonly pace: Pace | null;
  })[];
  /** Null where no Sent folder was read. */
  readonly sent: SentIndex | null;
  readonly highest: HighestPace | null;
  readonly coverage: Coverage;
  readonly signs: Signs;
  /** The last check of the password in use, if the owner ever ran one. */
  readonly check: PasswordCheck | null;
  readonly changes: readonly number[];
  readonly now: number;
}

export const evidence = (
  code: string,
  basis: Evidence['basis'],
  values: Evidence['values'] = {},
): Evidence => ({ code, values, basis });

export const cause = (
  name: CauseName,
  likelihood: Likelihood,
  ...sentences: readonly (Evidence | false | null | undefined)[]
): Cause => ({
  name,
  likelihood,
  evidence: sentences.filter((each): each is Evidence => typeof each === 'object' && each !== null),
});

/** Names for a sentence: the first few. */
export const few = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('; ')}; …` : names.join('; ');
