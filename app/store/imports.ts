import type { Database } from './sqlite.ts';

/** A mail file or log that was added to an account's history. */
export interface ImportedFile {
  readonly name: string;
  /** When it was last imported. */
  readonly at: number;
  /** Messages, or log lines that hold a rejection, that were looked at the last time. */
  readonly messages: number;
  readonly notices: number;
  readonly throttled: number;
}

export interface Imports {
  /** The file's row, made when it is new. */
  open(accountId: number, name: string, at: number): number;
  setMessages(importId: number, messages: number): void;
  /** Newest first, at most 1,000. */
  list(accountId: number): ImportedFile[];
}

export function imports(db: Database): Imports {
  const upsert = db.prepare(
    `INSERT INTO import (account_id, source, at) VALUES (?, ?, ?)
     ON CONFLICT (account_id, source) DO UPDATE SET at = excluded.at RETURNING id`,
  );
  const setMessages = db.prepare('UPDATE import SET messages = ? WHERE id = ?');
  const all = db.prepare(
    `SELECT source, at, messages,
       (SELECT count(*) FROM notice WHERE import_id = import.id AND is_bounce = 1) AS notices,
       (SELECT count(*) FROM notice JOIN failure ON failure.notice_id = notice.id
        WHERE import_id = import.id AND counted = 1 AND certain = 1 AND category = 'throttle') AS throttled
     FROM import WHERE account_id = ? ORDER BY at DESC, id LIMIT 1000`,
  );
  return {
    open: (accountId, name, at) => Number(upsert.get(accountId, name, at)?.['id']),
    setMessages(importId, messages) {
      setMessages.run(messages, importId);
    },
    list: (accountId) =>
      all.all(accountId).map((row) => ({
        name: String(row['source']),
        at: Number(row['at']),
        messages: Number(row['messages']),
        notices: Number(row['notices']),
        throttled: Number(row['throttled']),
      })),
  };
}
