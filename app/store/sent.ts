import { dayColumns, type Columns } from './day-columns.ts';
import type { Database } from './sqlite.ts';

export const sentLayout = {
  /** Milliseconds since 1970 UTC. */
  at: 'f64',
  receivedAt: 'f64',
  recipients: 'u32',
} as const;
/** Mails in Sent in order of time, each once. */
export type SentColumns = Columns<typeof sentLayout>;

export interface SentMail {
  readonly accountId: number;
  readonly folderId: number;
  readonly uid: number;
  readonly messageId: string | null;
  readonly at: number;
  readonly receivedAt: number;
  readonly recipients: number;
}

export interface SentMails {
  /** Stores time and number of recipients; a mail that lies in Sent twice counts once. */
  add(mail: SentMail): void;
  columns(accountId: number): SentColumns;
  /** Whether a Sent folder of this account was ever opened for the sending pace. */
  wasRead(accountId: number): boolean;
}

export function sentMails(db: Database): SentMails {
  const insert = db.prepare(
    `INSERT INTO sent (account_id, folder_id, uid, message_id, at, received_at, recipients, again)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
       EXISTS (SELECT 1 FROM sent WHERE account_id = ?1 AND message_id = ?4)) ON CONFLICT DO NOTHING`,
  );
  const rows = db.prepare(
    `SELECT at, received_at, recipients FROM sent WHERE account_id = ? AND at >= ? AND at < ? AND again = 0
     ORDER BY at, uid`,
  );
  const folder = db.prepare(
    `SELECT 1 FROM folder WHERE account_id = ? AND role = 'sent' AND complete_below IS NOT NULL LIMIT 1`,
  );
  const columns = dayColumns(db, 'sent_day', sentLayout, rows, (row) => ({
    at: Number(row['at']),
    receivedAt: Number(row['received_at']),
    recipients: Number(row['recipients']),
  }));
  return {
    add({ accountId, folderId, uid, messageId, at, receivedAt, recipients }) {
      insert.run(accountId, folderId, uid, messageId, at, receivedAt, recipients);
    },
    columns: (accountId) => columns.load(accountId),
    wasRead: (accountId) => folder.get(accountId) !== undefined,
  };
}
