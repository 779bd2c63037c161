import type { Cause } from '../cause.ts';
import type { Coverage } from '../coverage.ts';
import type { Episode } from '../episodes.ts';
import type { HighestPace, Pace } from '../pace.ts';
import type { OffsetAt } from '../zone.ts';
import type { FailureColumns } from '../../store/failure-columns.ts';
import type { SentColumns } from '../../store/sent.ts';
import type { PasswordCheck } from '../../store/password-history.ts';

/** Everything that the rules may look at. */
export interface CauseInput {
  readonly address: string;
  readonly columns: FailureColumns;
  /** Null where no Sent folder was read. */
  readonly sent: SentColumns | null;
  readonly since: number | null;
  readonly nameOf: (id: number) => string;
  readonly offsetAt: OffsetAt;
  readonly coverage: Coverage;
  readonly highest: HighestPace | null;
  readonly episodes: readonly (Episode & { readonly pace: Pace | null })[];
  readonly check: PasswordCheck | null;
  readonly changes: readonly number[];
  readonly now: number;
}

export function judgeCauses(_input: CauseInput): Cause[] {
  return [];
}
