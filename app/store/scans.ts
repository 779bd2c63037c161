import type { FolderRole, Traffic } from '../mailbox/mailbox.ts';
import type { Problem } from '../result.ts';
import type { Database } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

export interface FolderReport {
  readonly path: string;
  readonly role: FolderRole;
  readonly messages: number;
  readonly swept: number;
  readonly candidates: number;
  readonly notices: number;
}

export const notScannedCodes = [
  'before-window',
  'folder',
  'other-folders',
  'cancelled',
  'problem',
  'unreadable',
  'no-sent-folder',
  'mailbox',
  'mailbox-now',
  'undated',
  'foreign-sender',
  'file',
] as const;
export type NotScannedCode = (typeof notScannedCodes)[number];

/** What was not read, and why; the text room makes the sentence. */
export interface NotScanned {
  readonly code: NotScannedCode;
  readonly subject: string | null;
  readonly count: number | null;
}

export interface ScanReport {
  readonly folders: readonly FolderReport[];
  readonly notScanned: readonly NotScanned[];
  readonly traffic: Traffic;
  readonly problem: Problem | null;
}

export interface ScanRecord {
  readonly accountId: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly since: number | null;
  /** Everything that was asked for was read. */
  readonly complete: boolean;
  readonly report: ScanReport;
}

export interface Scans {
  add(scan: ScanRecord): void;
  last(accountId: number): ScanRecord | null;
}

/** A watched mailbox is looked at many times a day; only the newest scans are asked for. */
const kept = 500;

export function scans(db: Database): Scans {
  const insert = db.prepare(
    'INSERT INTO scan (account_id, started_at, finished_at, since, complete, report) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = db.prepare(
    `DELETE FROM scan WHERE account_id = ?1 AND id NOT IN
     (SELECT id FROM scan WHERE account_id = ?1 ORDER BY finished_at DESC, id DESC LIMIT ?2)`,
  );
  const last = db.prepare(
    'SELECT * FROM scan WHERE account_id = ? ORDER BY finished_at DESC, id DESC LIMIT 1',
  );
  return {
    add({ accountId, startedAt, finishedAt, since, complete, report }) {
      insert.run(accountId, startedAt, finishedAt, since, complete ? 1 : 0, JSON.stringify(report));
      forget.run(accountId, kept);
    },
    last(accountId) {
      const row = last.get(accountId);
      if (!row) return null;
      return {
        accountId,
        startedAt: Number(row['started_at']),
        finishedAt: Number(row['finished_at']),
        since: row['since'] === null ? null : Number(row['since']),
        complete: row['complete'] === 1,
        report: storedJson<ScanReport>(String(row['report']), ['folders', 'notScanned']),
      };
    },
  };
}
