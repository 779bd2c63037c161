import type { Direction, Notice, SmtpStage } from '../bounce/notice.ts';
import { failureColumns, type FailureColumns } from './failure-columns.ts';
import type { Database } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

/** One counted rejection with its deciding line, as evidence. */
export interface RejectionLine {
  readonly noticeId: number;
  readonly at: number;
  readonly recipient: string | null;
  readonly replyCode: number | null;
  readonly stage: SmtpStage | null;
  readonly connectionIp: string | null;
  readonly tag: string | null;
  readonly node: string | null;
  readonly diagnostic: string | null;
  readonly importedFrom: string | null;
}

export interface Rejections {
  /** All failures of the account's own mail, packed; `isRejection(flags)` tells the counted throttles. */
  columns(accountId: number): FailureColumns;
  /** Counted throttles of one direction in [from, to], in order of time. */
  lines(
    accountId: number,
    direction: Direction,
    range: { from: number; to: number },
    limit: number,
  ): RejectionLine[];
}

export function rejections(db: Database): Rejections {
  const columns = failureColumns(db);
  const lines = db.prepare(
    `SELECT failure.at, notice_id, position, recipient, reply_code, failure.stage, connection_ip, body, source, place
     FROM failure JOIN notice ON notice.id = notice_id LEFT JOIN import ON import.id = import_id
     WHERE failure.account_id = ? AND failure.at >= ? AND failure.at <= ?
       AND counted = 1 AND certain = 1 AND category = 'throttle' AND coalesce(direction, 'unknown') = ?
     ORDER BY failure.at, notice_id, position LIMIT ?`,
  );
  return {
    columns: (accountId) => columns.load(accountId),
    lines: (accountId, direction, { from, to }, limit) =>
      lines.all(accountId, from, to, direction, limit).map((row) => {
        const { failures } = storedJson<Notice>(String(row['body']), ['failures']);
        const failure = failures[Number(row['position'])];
        return {
          noticeId: Number(row['notice_id']),
          at: Number(row['at']),
          recipient: row['recipient'] === null ? null : String(row['recipient']),
          replyCode: row['reply_code'] === null ? null : Number(row['reply_code']),
          stage: row['stage'] as SmtpStage | null,
          connectionIp: row['connection_ip'] === null ? null : String(row['connection_ip']),
          tag: failure?.throttle?.tag ?? null,
          node: failure?.throttle?.node ?? null,
          diagnostic: failure?.diagnostic ?? null,
          importedFrom: importedFrom(row['source'], row['place']),
        };
      }),
  };
}

/** A file's name with the place in it, as `explain` writes a source. */
export const importedFrom = (source: unknown, place: unknown): string | null =>
  typeof source !== 'string' ? null : typeof place === 'string' ? `${source}:${place}` : source;
