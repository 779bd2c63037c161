import { directions, stages, type Direction, type SmtpStage } from '../bounce/notice.ts';
import { dayColumns, type Columns, type DayColumns } from './day-columns.ts';
import type { Database } from './sqlite.ts';

/** What charts, episodes and causes need of a failure. Numbers of names stand for texts (`Names`). */
export const failureLayout = {
  /** Milliseconds since 1970 UTC: when the notice was written. */
  at: 'f64',
  receivedAt: 'f64',
  notice: 'u32',
  recipient: 'u32',
  domain: 'u32',
  ip: 'u32',
  program: 'u32',
  original: 'u32',
  /** See `flag`. */
  flags: 'u16',
} as const;
export type FailureColumns = Columns<typeof failureLayout>;

export const flag = {
  /** The one that counts for its original mail and recipient. */
  counted: 1,
  /** A certain throttle. */
  throttle: 2,
  permanent: 4,
  /** The original's Message-ID stands in Sent. */
  inSent: 8,
} as const;
const directionShift = 4;
const stageShift = 6;

/** A counted, certain throttle: what episodes and charts are made of. */
export const isRejection = (flags: number): boolean => (flags & 3) === 3;
/** The place of a failure's direction in `directions`. */
export const directionIndex = (flags: number): number => (flags >> directionShift) & 3;
export const directionOf = (flags: number): Direction =>
  directions[directionIndex(flags)] ?? 'unknown';
/** The place of a failure's stage in `stages`, from 1; 0 for none. */
export const stageIndex = (flags: number): number => (flags >> stageShift) & 3;

export interface FlagFacts {
  readonly counted: boolean;
  readonly throttle: boolean;
  readonly permanent: boolean;
  readonly inSent: boolean;
  readonly direction: Direction;
  readonly stage: SmtpStage | null;
}

export const toFlags = (facts: FlagFacts): number =>
  (facts.counted ? flag.counted : 0) |
  (facts.throttle ? flag.throttle : 0) |
  (facts.permanent ? flag.permanent : 0) |
  (facts.inSent ? flag.inSent : 0) |
  (directions.indexOf(facts.direction) << directionShift) |
  ((facts.stage === null ? 0 : stages.indexOf(facts.stage) + 1) << stageShift);

export function failureColumns(db: Database): DayColumns<typeof failureLayout> {
  const rows = db.prepare(
    `SELECT at, received_at, notice_id, recipient_ref, domain_ref, ip_ref, program_ref, original_ref, counted,
       certain = 1 AND category = 'throttle' AS throttle, permanent, direction, stage,
       original_id IS NOT NULL AND EXISTS (SELECT 1 FROM sent WHERE sent.account_id = failure.account_id
         AND message_id = original_id) AS in_sent
     FROM failure WHERE account_id = ? AND at >= ? AND at < ? AND counted >= 0 ORDER BY at, notice_id, position`,
  );
  return dayColumns(db, 'failure_day', failureLayout, rows, (row) => ({
    at: Number(row['at']),
    receivedAt: Number(row['received_at']),
    notice: Number(row['notice_id']),
    recipient: Number(row['recipient_ref']),
    domain: Number(row['domain_ref']),
    ip: Number(row['ip_ref']),
    program: Number(row['program_ref']),
    original: Number(row['original_ref']),
    flags: toFlags({
      counted: row['counted'] === 1,
      throttle: row['throttle'] === 1,
      permanent: row['permanent'] === 1,
      inSent: row['in_sent'] === 1,
      direction: (row['direction'] ?? 'unknown') as Direction,
      stage: row['stage'] as SmtpStage | null,
    }),
  }));
}
