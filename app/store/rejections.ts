import type { Direction } from '../bounce/notice.ts';
import type { Database } from './sqlite.ts';

/** One counted, certain throttle rejection: what episodes and charts are made of. */
export interface StoredRejection {
  readonly at: number;
  readonly noticeId: number;
  /** Null where the notice quotes no reply. */
  readonly permanent: boolean | null;
  readonly direction: Direction;
  readonly connectionIp: string | null;
}

export interface TimeCount {
  readonly from: number;
  readonly transient: number;
  readonly permanent: number;
  readonly sent: number;
}

export interface Rejections {
  /** In order of time, of notices that arrived at or after `since` (null: all). */
  list(accountId: number, since: number | null): StoredRejection[];
  /** Counts by hour of UTC in [from, to); the caller adds hours up to days of the viewer's zone. */
  byQuarter(accountId: number, from: number, to: number): TimeCount[];
  addSent(mail: {
    accountId: number;
    folderId: number;
    uid: number;
    messageId: string | null;
    at: number;
    recipients: number;
  }): void;
}

const throttled = "counted = 1 AND certain = 1 AND category = 'throttle'";
export const quarter = 15 * 60 * 1000;

export function rejections(db: Database): Rejections {
  const list = db.prepare(
    `SELECT at, notice_id, permanent, direction, connection_ip FROM failure
     WHERE account_id = ? AND received_at >= ? AND ${throttled} ORDER BY at, id`,
  );
  // Quarters of an hour, since some zones lie half an hour or 45 minutes off the full one.
  const counts = db.prepare(
    `SELECT at / ${quarter} AS slot, sum(permanent IS NOT 1) AS transient, sum(permanent IS 1) AS permanent
     FROM failure WHERE account_id = ? AND at >= ? AND at < ? AND ${throttled} GROUP BY slot ORDER BY slot`,
  );
  const sentCounts = db.prepare(
    `SELECT at / ${quarter} AS slot, count(*) AS sent FROM sent
     WHERE account_id = ? AND at >= ? AND at < ? GROUP BY slot ORDER BY slot`,
  );
  const addSent = db.prepare(
    `INSERT INTO sent (account_id, folder_id, uid, message_id, at, recipients) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  return {
    list: (accountId, since) =>
      list.all(accountId, since ?? -8.64e15).map((row) => ({
        at: Number(row['at']),
        noticeId: Number(row['notice_id']),
        permanent: row['permanent'] === null ? null : row['permanent'] === 1,
        direction: (row['direction'] ?? 'unknown') as Direction,
        connectionIp: row['connection_ip'] === null ? null : String(row['connection_ip']),
      })),
    byQuarter(accountId, from, to) {
      const slots = new Map<number, { transient: number; permanent: number; sent: number }>();
      for (const row of counts.all(accountId, from, to))
        slots.set(Number(row['slot']), {
          transient: Number(row['transient']),
          permanent: Number(row['permanent']),
          sent: 0,
        });
      for (const row of sentCounts.all(accountId, from, to)) {
        const slot = slots.get(Number(row['slot'])) ?? { transient: 0, permanent: 0, sent: 0 };
        slots.set(Number(row['slot']), { ...slot, sent: Number(row['sent']) });
      }
      return [...slots]
        .sort(([a], [b]) => a - b)
        .map(([slot, count]) => ({ from: slot * quarter, ...count }));
    },
    addSent({ accountId, folderId, uid, messageId, at, recipients }) {
      addSent.run(accountId, folderId, uid, messageId, at, recipients);
    },
  };
}
