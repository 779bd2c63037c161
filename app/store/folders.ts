import type { FolderRole } from '../mailbox/mailbox.ts';
import { toRuns, type UidRuns } from '../mailbox/uid-set.ts';
import { transaction, type Database, type Row } from './sqlite.ts';

export interface FolderKey {
  readonly accountId: number;
  readonly path: string;
  readonly uidValidity: number;
  readonly role: FolderRole;
  readonly messages: number;
}

/** Everything that arrived at or after `since` (null: ever) with a UID below `belowUid` was read. */
export interface Completion {
  readonly since: number | null;
  readonly belowUid: number;
}

export interface SweptCount {
  readonly receivedAt: number;
  readonly candidate: boolean;
}

export interface Folders {
  /**
   * The folder's row, made when it is new. With another UIDVALIDITY than before, UIDs mean other messages: all that was
   * recorded by UID is forgotten, so that reading it anew counts nothing twice; notices stay, they are known by message.
   */
  open(folder: FolderKey): number;
  sweptRuns(folderId: number): UidRuns;
  /** Records an ascending list of UIDs as looked at. */
  addSwept(folderId: number, uids: ArrayLike<number>, counts: readonly SweptCount[]): void;
  completion(folderId: number): Completion | null;
  setCompletion(folderId: number, completion: Completion): void;
  /**
   * From when on all of these folders were read, by all scans together; null: ever since. Undefined where one of them
   * was never read to its end.
   */
  coveredSince(accountId: number, paths: readonly string[]): number | null | undefined;
  /** How many messages that arrived at or after `since` were looked at, and how many of them were candidates. */
  counts(folderId: number, since: number | null): { swept: number; candidates: number };
}

const quarterOfAnHour = 15 * 60 * 1000;
/** 'All of it' must be told from 'not complete' (null) in one column. */
const everything = -8.64e15;

export function folders(db: Database): Folders {
  const find = db.prepare('SELECT id, uid_validity FROM folder WHERE account_id = ? AND path = ?');
  const insert = db.prepare(
    'INSERT INTO folder (account_id, path, uid_validity, role, messages) VALUES (?, ?, ?, ?, ?) RETURNING id',
  );
  const update = db.prepare('UPDATE folder SET role = ?, messages = ? WHERE id = ?');
  const renumber = db.prepare(
    `UPDATE folder SET uid_validity = ?, complete_since = NULL, complete_below = NULL,
       checked_messages = NULL, checked_uid_next = NULL WHERE id = ?`,
  );
  const byUid = ['swept_run', 'swept_quarter', 'sent', 'notice_place'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE folder_id = ?`),
  );
  const runs = db.prepare('SELECT low, high FROM swept_run WHERE folder_id = ? ORDER BY low');
  const touching = db.prepare(
    `SELECT low, high FROM swept_run WHERE folder_id = ?1 AND high >= ?2 - 1 AND low <= ?3 + 1
     AND low >= coalesce((SELECT max(low) FROM swept_run WHERE folder_id = ?1 AND low <= ?2), 0)`,
  );
  const dropRun = db.prepare('DELETE FROM swept_run WHERE folder_id = ? AND low = ?');
  const addRun = db.prepare('INSERT INTO swept_run (folder_id, low, high) VALUES (?, ?, ?)');
  const addQuarter = db.prepare(
    `INSERT INTO swept_quarter (folder_id, quarter, swept, candidates) VALUES (?, ?, ?, ?)
     ON CONFLICT (folder_id, quarter) DO UPDATE
     SET swept = swept + excluded.swept, candidates = candidates + excluded.candidates`,
  );
  const complete = db.prepare('SELECT complete_since, complete_below FROM folder WHERE id = ?');
  const setComplete = db.prepare(
    'UPDATE folder SET complete_since = ?, complete_below = ? WHERE id = ?',
  );
  const sum = db.prepare(
    `SELECT coalesce(sum(swept), 0) AS swept, coalesce(sum(candidates), 0) AS candidates
     FROM swept_quarter WHERE folder_id = ? AND quarter >= ?`,
  );
  const latest = db.prepare(
    'SELECT complete_since FROM folder WHERE account_id = ? AND path = ? ORDER BY id DESC LIMIT 1',
  );
  const run = (row: Row): [number, number] => [Number(row['low']), Number(row['high'])];

  /** Joins a run with those it touches, so that an ordered sweep stays one row. */
  const joinRun = (folderId: number, first: number, last: number): void => {
    let [low, high] = [first, last];
    for (const [otherLow, otherHigh] of touching.all(folderId, first, last).map(run)) {
      dropRun.run(folderId, otherLow);
      low = Math.min(low, otherLow);
      high = Math.max(high, otherHigh);
    }
    addRun.run(folderId, low, high);
  };

  return {
    open({ accountId, path, uidValidity, role, messages }) {
      const known = find.get(accountId, path);
      if (!known) return Number(insert.get(accountId, path, uidValidity, role, messages)?.['id']);
      const id = Number(known['id']);
      transaction(db, () => {
        update.run(role, messages, id);
        if (Number(known['uid_validity']) === uidValidity) return;
        renumber.run(uidValidity, id);
        for (const forget of byUid) forget.run(id);
      });
      return id;
    },
    sweptRuns: (folderId) => runs.all(folderId).map(run),
    addSwept(folderId, uids, counts) {
      for (const [low, high] of toRuns(uids)) joinRun(folderId, low, high);
      const quarters = new Map<number, { swept: number; candidates: number }>();
      for (const { receivedAt, candidate } of counts) {
        const quarter = Math.floor(receivedAt / quarterOfAnHour);
        const count = quarters.get(quarter) ?? { swept: 0, candidates: 0 };
        count.swept += 1;
        if (candidate) count.candidates += 1;
        quarters.set(quarter, count);
      }
      for (const [quarter, count] of quarters)
        addQuarter.run(folderId, quarter, count.swept, count.candidates);
    },
    completion(folderId) {
      const row = complete.get(folderId);
      if (!row || row['complete_since'] === null) return null;
      const since = Number(row['complete_since']);
      return {
        since: since === everything ? null : since,
        belowUid: Number(row['complete_below']),
      };
    },
    setCompletion(folderId, { since, belowUid }) {
      setComplete.run(since ?? everything, belowUid, folderId);
    },
    coveredSince(accountId, paths) {
      const since = paths.map((path) => latest.get(accountId, path)?.['complete_since'] ?? null);
      if (since.length === 0 || since.includes(null)) return undefined;
      const from = Math.max(...since.map(Number));
      return from === everything ? null : from;
    },
    counts(folderId, since) {
      const from = since === null ? -Number.MAX_SAFE_INTEGER : Math.floor(since / quarterOfAnHour);
      const row = sum.get(folderId, from);
      return { swept: Number(row?.['swept'] ?? 0), candidates: Number(row?.['candidates'] ?? 0) };
    },
  };
}
