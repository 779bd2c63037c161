import type { Database } from './sqlite.ts';

/** What EXAMINE said of a folder when its notices were last looked for. */
export interface Checked {
  readonly messages: number;
  readonly uidNext: number;
}

/** Where notices lie in the mailbox. A notice without any place is expunged: it stays in the history, marked. */
export interface Places {
  /** UIDs of the notices that are known in a folder, ascending. */
  uids(folderId: number): number[];
  checked(folderId: number): Checked | null;
  /** Records that of the known UIDs these are gone; runs inside the caller's transaction. */
  setChecked(folderId: number, checked: Checked, gone: readonly number[], now: number): void;
  /** Marks notices of a folder that arrived at or after `since` and were not met again when it was read anew. */
  markMissing(folderId: number, since: number | null, now: number): void;
}

export function places(db: Database): Places {
  const known = db.prepare('SELECT uid FROM notice_place WHERE folder_id = ? ORDER BY uid');
  const checked = db.prepare('SELECT checked_messages, checked_uid_next FROM folder WHERE id = ?');
  const setChecked = db.prepare(
    'UPDATE folder SET checked_messages = ?, checked_uid_next = ? WHERE id = ?',
  );
  const drop = db.prepare(
    'DELETE FROM notice_place WHERE folder_id = ? AND uid = ? RETURNING notice_id',
  );
  // One that lies elsewhere too is shown there from now on.
  const move = db.prepare(
    `UPDATE notice SET (folder_id, uid) =
       (SELECT folder_id, uid FROM notice_place WHERE notice_id = notice.id ORDER BY folder_id, uid LIMIT 1)
     WHERE id = ? AND EXISTS (SELECT 1 FROM notice_place WHERE notice_id = notice.id)`,
  );
  const markOne = db.prepare(
    `UPDATE notice SET expunged_at = ? WHERE id = ? AND expunged_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM notice_place WHERE notice_id = notice.id)`,
  );
  const markMissing = db.prepare(
    `UPDATE notice SET expunged_at = ? WHERE folder_id = ? AND received_at >= ? AND expunged_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM notice_place WHERE notice_id = notice.id)`,
  );
  return {
    uids: (folderId) => known.all(folderId).map((row) => Number(row['uid'])),
    checked(folderId) {
      const row = checked.get(folderId);
      if (!row || row['checked_messages'] === null) return null;
      return {
        messages: Number(row['checked_messages']),
        uidNext: Number(row['checked_uid_next']),
      };
    },
    setChecked(folderId, { messages, uidNext }, gone, now) {
      for (const uid of gone) {
        const noticeId = Number(drop.get(folderId, uid)?.['notice_id']);
        move.run(noticeId);
        markOne.run(now, noticeId);
      }
      setChecked.run(messages, uidNext, folderId);
    },
    markMissing(folderId, since, now) {
      markMissing.run(now, folderId, since ?? -8.64e15);
    },
  };
}
