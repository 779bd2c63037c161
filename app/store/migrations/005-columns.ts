/**
 * What charts and episodes need of a million rejections within a glance: failures by day of UTC as packed columns
 * (app/store/failure-columns.ts). Triggers mark a day as stale in the transaction that changes one of its failures,
 * so that no write can forget it; whoever reads packs stale days anew.
 */
const dayOf = (at: string): string =>
  `(${at} - ((${at} % 86400000) + 86400000) % 86400000) / 86400000`;

export const columns = `
  CREATE TABLE name (               -- recipients, domains, IPs, programs, originals: numbers in the columns
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (account_id, kind, value)
  );
  ALTER TABLE failure ADD COLUMN recipient_ref INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE failure ADD COLUMN domain_ref INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE failure ADD COLUMN ip_ref INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE failure ADD COLUMN program_ref INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE failure ADD COLUMN original_ref INTEGER NOT NULL DEFAULT 0;
  DROP INDEX throttle_by_time;
  CREATE INDEX failure_by_time ON failure (account_id, at);
  CREATE INDEX bounce_by_arrival ON notice (account_id, received_at) WHERE is_bounce = 1;

  CREATE TABLE failure_day (
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    day INTEGER NOT NULL,           -- days since 1970 UTC
    packed BLOB NOT NULL,
    UNIQUE (account_id, day)
  );
  CREATE TABLE failure_day_stale (
    account_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
  ) WITHOUT ROWID;
  CREATE TABLE sent_day (
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    day INTEGER NOT NULL,
    packed BLOB NOT NULL,
    UNIQUE (account_id, day)
  );
  CREATE TABLE sent_day_stale (
    account_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
  ) WITHOUT ROWID;
  ALTER TABLE sent ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;
  UPDATE sent SET received_at = at;
  ALTER TABLE sent ADD COLUMN again INTEGER NOT NULL DEFAULT 0; -- the same mail lies in Sent already
  CREATE INDEX sent_by_message ON sent (account_id, message_id) WHERE message_id IS NOT NULL;

  INSERT INTO name (account_id, kind, value)
    SELECT DISTINCT account_id, 'recipient', recipient FROM failure WHERE recipient IS NOT NULL
    UNION SELECT DISTINCT account_id, 'domain', replace(recipient, rtrim(recipient, replace(recipient, '@', '')), '')
      FROM failure WHERE instr(recipient, '@') > 0
    UNION SELECT DISTINCT account_id, 'ip', connection_ip FROM failure WHERE connection_ip IS NOT NULL
    UNION SELECT DISTINCT account_id, 'original', original_id FROM failure WHERE original_id IS NOT NULL
    UNION SELECT DISTINCT account_id, 'program', json_extract(body, '$.original.program') FROM notice
      WHERE json_extract(body, '$.original.program') IS NOT NULL;
  UPDATE failure SET
    recipient_ref = coalesce((SELECT id FROM name WHERE name.account_id = failure.account_id
      AND kind = 'recipient' AND value = recipient), 0),
    domain_ref = coalesce((SELECT id FROM name WHERE name.account_id = failure.account_id
      AND kind = 'domain' AND value = replace(recipient, rtrim(recipient, replace(recipient, '@', '')), '')), 0),
    ip_ref = coalesce((SELECT id FROM name WHERE name.account_id = failure.account_id
      AND kind = 'ip' AND value = connection_ip), 0),
    original_ref = coalesce((SELECT id FROM name WHERE name.account_id = failure.account_id
      AND kind = 'original' AND value = original_id), 0),
    program_ref = coalesce((SELECT name.id FROM name JOIN notice ON notice.id = failure.notice_id
      WHERE name.account_id = failure.account_id AND kind = 'program'
      AND value = json_extract(notice.body, '$.original.program')), 0);
  UPDATE sent SET again = 1 WHERE message_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM sent AS other WHERE other.account_id = sent.account_id AND other.message_id = sent.message_id
    AND (other.folder_id < sent.folder_id OR (other.folder_id = sent.folder_id AND other.uid < sent.uid)));
  INSERT OR IGNORE INTO failure_day_stale SELECT DISTINCT account_id, ${dayOf('at')} FROM failure;
  INSERT OR IGNORE INTO sent_day_stale SELECT DISTINCT account_id, ${dayOf('at')} FROM sent;

  CREATE TRIGGER failure_added AFTER INSERT ON failure BEGIN
    INSERT OR IGNORE INTO failure_day_stale VALUES (NEW.account_id, ${dayOf('NEW.at')});
  END;
  CREATE TRIGGER failure_counted AFTER UPDATE OF counted ON failure WHEN OLD.counted <> NEW.counted BEGIN
    INSERT OR IGNORE INTO failure_day_stale VALUES (NEW.account_id, ${dayOf('NEW.at')});
  END;
  CREATE TRIGGER failure_removed AFTER DELETE ON failure BEGIN
    INSERT OR IGNORE INTO failure_day_stale VALUES (OLD.account_id, ${dayOf('OLD.at')});
  END;
  CREATE TRIGGER sent_added AFTER INSERT ON sent BEGIN
    INSERT OR IGNORE INTO sent_day_stale VALUES (NEW.account_id, ${dayOf('NEW.at')});
    INSERT OR IGNORE INTO failure_day_stale
      SELECT account_id, ${dayOf('at')} FROM failure WHERE account_id = NEW.account_id AND original_id = NEW.message_id;
  END;
  CREATE TRIGGER sent_removed AFTER DELETE ON sent BEGIN
    -- Of copies one counts: where it was this one, the next does.
    UPDATE sent SET again = 0 WHERE OLD.again = 0 AND (folder_id, uid) = (
      SELECT folder_id, uid FROM sent AS copy WHERE copy.account_id = OLD.account_id AND copy.message_id = OLD.message_id
      ORDER BY folder_id, uid LIMIT 1);
    INSERT OR IGNORE INTO sent_day_stale
      SELECT account_id, ${dayOf('at')} FROM sent WHERE account_id = OLD.account_id AND message_id = OLD.message_id;
    INSERT OR IGNORE INTO sent_day_stale VALUES (OLD.account_id, ${dayOf('OLD.at')});
    INSERT OR IGNORE INTO failure_day_stale
      SELECT account_id, ${dayOf('at')} FROM failure WHERE account_id = OLD.account_id AND original_id = OLD.message_id;
  END;

  CREATE TABLE import (             -- mail files and logs that were added to an account's history
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    source TEXT NOT NULL,           -- the file as named, for people
    at INTEGER NOT NULL,            -- when it was last imported
    messages INTEGER NOT NULL DEFAULT 0, -- messages or log lines with a rejection that were looked at, last time
    UNIQUE (account_id, source)
  );
  ALTER TABLE notice ADD COLUMN import_id INTEGER REFERENCES import ON DELETE SET NULL;
  ALTER TABLE notice ADD COLUMN place TEXT; -- where in the file: the message's number or the line
  CREATE INDEX notice_by_import ON notice (import_id) WHERE import_id IS NOT NULL;
`;
