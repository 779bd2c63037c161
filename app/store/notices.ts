import type { Notice } from '../bounce/notice.ts';
import { chooseCounted, type Countable } from './counting.ts';
import { domainOf, type Names } from './names.ts';
import { importedFrom } from './rejections.ts';
import type { Database, Row } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

export interface NewNotice {
  readonly accountId: number;
  readonly folderId: number;
  readonly uid: number;
  /** Message-ID, else a hash of the bytes. */
  readonly messageKey: string;
  readonly receivedAt: number;
  /** When the notice was written, as far as its Date can be believed. */
  readonly at: number;
  /** False where its failures belong to somebody else's mail (a forwarded bounce). */
  readonly ours: boolean;
  readonly notice: Notice;
  /** Ties the reports on one mail together where none tells its Message-ID: a queue id. */
  readonly queueId?: string | null;
  /** The mail file or log that it was read from, and where in it; without one it lies in the mailbox. */
  readonly imported?: { readonly id: number; readonly place: string | null };
}

export interface StoredNotice {
  readonly id: number;
  readonly folder: string;
  readonly uid: number;
  /** Message-ID, else a hash of the bytes. */
  readonly messageKey: string;
  readonly at: number;
  /** It is no longer in the mailbox. */
  readonly expunged: boolean;
  /** The mail file or log it was imported from; null: it was read in the mailbox. */
  readonly importedFrom: string | null;
  readonly notice: Notice;
}

export interface Totals {
  readonly notices: number;
  readonly failures: number;
  readonly throttled: number;
}

export interface Notices {
  /**
   * Stores a notice once and notes where it lies; false when the account has it already: then it is in the mailbox
   * again, or in a second folder. Runs inside the caller's transaction.
   */
  add(notice: NewNotice): boolean;
  get(noticeId: number): (StoredNotice & { accountId: number }) | null;
  /** Notices that arrived at or after `since` (null: all), in order of time. */
  list(accountId: number, since: number | null): Iterable<StoredNotice>;
  /** How many bounce notices arrived at or after `since` (null: ever). */
  count(accountId: number, since: number | null): number;
  /** How many bounce notices of a folder arrived at or after `since`. */
  countIn(folderId: number, since: number | null): number;
  /** How many candidates of a folder that arrived at or after `since` could not be read. */
  unreadableIn(folderId: number, since: number | null): number;
}

const earliest = -8.64e15;

const toStored = (row: Row): StoredNotice => ({
  id: Number(row['id']),
  folder: String(row['path']),
  uid: Number(row['uid']),
  messageKey: String(row['message_key']),
  at: Number(row['at']),
  expunged: row['expunged_at'] !== null,
  importedFrom: importedFrom(row['source'], row['place']),
  notice: storedJson<Notice>(String(row['body']), ['failures']),
});

export function notices(db: Database, names: Names): Notices {
  const insert = db.prepare(
    `INSERT INTO notice (account_id, folder_id, uid, message_key, received_at, at, is_bounce, unreadable, subject, body,
       import_id, place)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, message_key) DO NOTHING RETURNING id`,
  );
  const addPlace = db.prepare(
    'INSERT INTO notice_place (folder_id, uid, notice_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const known = db.prepare('SELECT id FROM notice WHERE account_id = ? AND message_key = ?');
  // Of several places the one where people look first, whichever was read first.
  const show = db.prepare(
    `UPDATE notice SET expunged_at = NULL, (folder_id, uid) =
       (SELECT folder.id, place.uid FROM notice_place AS place JOIN folder ON folder.id = place.folder_id
        WHERE place.notice_id = notice.id
        ORDER BY role <> 'inbox', role <> 'junk', path, folder.id DESC, place.uid LIMIT 1)
     WHERE id = ?`,
  );
  const insertFailure = db.prepare(
    `INSERT INTO failure (account_id, notice_id, position, original_id, recipient, at, received_at, action, category,
       certain, reply_code, permanent, direction, connection_ip, stage, counted,
       recipient_ref, domain_ref, ip_ref, program_ref, original_ref)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const sameMail = db.prepare(
    `SELECT id, at, action, category, certain FROM failure
     WHERE account_id = ? AND original_id = ? AND recipient IS ? AND counted >= 0`,
  );
  const setCounted = db.prepare(
    `UPDATE failure SET counted = (id = ?) WHERE account_id = ? AND original_id = ? AND recipient IS ? AND counted >= 0`,
  );
  const columns = `SELECT notice.id, notice.account_id, path, uid, message_key, notice.at, expunged_at, body, import.source, place
    FROM notice JOIN folder ON folder.id = folder_id LEFT JOIN import ON import.id = import_id`;
  const one = db.prepare(`${columns} WHERE notice.id = ?`);
  const all = db.prepare(
    `${columns} WHERE notice.account_id = ? AND received_at >= ? ORDER BY notice.at, notice.id`,
  );
  const noticeTotal = db.prepare(
    'SELECT count(*) AS n FROM notice WHERE account_id = ? AND is_bounce = 1 AND received_at >= ?',
  );
  const importedAlready = db.prepare(
    'SELECT id FROM notice WHERE account_id = ? AND message_key = ? AND import_id IS NOT NULL',
  );
  const remove = db.prepare('DELETE FROM notice WHERE id = ?');
  // What lies in the folder, and what was expunged from it.
  const inFolder = db.prepare(
    `SELECT count(*) AS n FROM notice WHERE is_bounce = 1 AND received_at >= ?2 AND (
       id IN (SELECT notice_id FROM notice_place WHERE folder_id = ?1)
       OR (expunged_at IS NOT NULL AND folder_id = ?1))`,
  );

  const unreadable = db.prepare(
    'SELECT count(*) AS n FROM notice WHERE folder_id = ? AND unreadable IS NOT NULL AND received_at >= ?',
  );

  const countOnce = (accountId: number, originalId: string, recipient: string | null): void => {
    const reports = sameMail.all(accountId, originalId, recipient).map((row): Countable => ({
      id: Number(row['id']),
      at: Number(row['at']),
      action: row['action'] as Countable['action'],
      category: row['category'] as Countable['category'],
      certain: row['certain'] === 1,
    }));
    const counted = chooseCounted(reports);
    if (counted && reports.length > 1) setCounted.run(counted.id, accountId, originalId, recipient);
  };

  /** The same message in a second folder, moved, or read anew after UIDVALIDITY changed. */
  const meetAgain = (accountId: number, folderId: number, uid: number, key: string): void => {
    const id = Number(known.get(accountId, key)?.['id']);
    addPlace.run(folderId, uid, id);
    show.run(id);
  };

  return {
    add(added) {
      const { accountId, folderId, uid, messageKey, receivedAt, at, ours, notice, imported } =
        added;
      const before = imported ? undefined : importedAlready.get(accountId, messageKey);
      // What lies in the mailbox after all stands there from now on, counted anew by the mailbox's own times.
      if (before) remove.run(Number(before['id']));
      const row = insert.get(
        accountId,
        folderId,
        uid,
        messageKey,
        receivedAt,
        at,
        notice.isBounce ? 1 : 0,
        notice.unreadable,
        notice.original.subject,
        JSON.stringify(notice),
        imported?.id ?? null,
        imported?.place ?? null,
      );
      if (!row) {
        if (!imported) meetAgain(accountId, folderId, uid, messageKey);
        return false;
      }
      if (!imported) addPlace.run(folderId, uid, Number(row['id']));
      const { messageId } = notice.original;
      // No Message-ID looks like this, so that none in Sent is taken for it.
      const originalId = messageId ?? (added.queueId ? `queue:${added.queueId}` : null);
      notice.failures.forEach((failure, position) => {
        const { throttle } = failure;
        insertFailure.run(
          accountId,
          Number(row['id']),
          position,
          originalId,
          failure.recipient,
          at,
          receivedAt,
          failure.action,
          failure.category,
          failure.confidence === 'certain' ? 1 : 0,
          failure.replyCode,
          throttle?.permanent === undefined || throttle.permanent === null
            ? null
            : Number(throttle.permanent),
          throttle?.direction ?? null,
          throttle?.connectionIp ?? null,
          throttle?.stage ?? null,
          // Minus one is never counted: somebody else's mail.
          ours ? 1 : -1,
          names.intern(accountId, 'recipient', failure.recipient),
          names.intern(accountId, 'domain', domainOf(failure.recipient)),
          names.intern(accountId, 'ip', throttle?.connectionIp ?? null),
          names.intern(accountId, 'program', notice.original.program),
          names.intern(accountId, 'original', messageId),
        );
        if (ours && originalId !== null) countOnce(accountId, originalId, failure.recipient);
      });
      return true;
    },
    get(noticeId) {
      const row = one.get(noticeId);
      return row ? { ...toStored(row), accountId: Number(row['account_id']) } : null;
    },
    *list(accountId, since) {
      for (const row of all.iterate(accountId, since ?? earliest)) yield toStored(row);
    },
    count: (accountId, since) => Number(noticeTotal.get(accountId, since ?? earliest)?.['n'] ?? 0),
    unreadableIn: (folderId, since) =>
      Number(unreadable.get(folderId, since ?? earliest)?.['n'] ?? 0),
    countIn: (folderId, since) => Number(inFolder.get(folderId, since ?? earliest)?.['n'] ?? 0),
  };
}
