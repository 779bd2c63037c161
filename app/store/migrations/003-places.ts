/** Where each notice lies, so that one that was moved is told from one that was expunged. */
export const places = `
  CREATE TABLE notice_place (       -- a notice that lies in two folders has two
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    uid INTEGER NOT NULL,
    notice_id INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
    PRIMARY KEY (folder_id, uid)
  ) WITHOUT ROWID;
  CREATE INDEX place_by_notice ON notice_place (notice_id);
  INSERT INTO notice_place SELECT folder_id, uid, id FROM notice;
  ALTER TABLE notice ADD COLUMN expunged_at INTEGER;      -- when it was found to be gone; null: it is there
  ALTER TABLE folder ADD COLUMN checked_messages INTEGER; -- EXISTS and UIDNEXT when the notices were last looked for:
  ALTER TABLE folder ADD COLUMN checked_uid_next INTEGER; -- as long as both stay, nothing can have gone
`;
