/** Accounts, their folders with what was looked at, notices, and what was sent. */
export const mailbox = `
  CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    ca TEXT,                        -- a private certification authority, PEM
    UNIQUE (address, host)
  );
  CREATE TABLE folder (             -- UIDVALIDITY alone identifies nothing: Alibaba always says 2
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    path TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    role TEXT NOT NULL,
    messages INTEGER NOT NULL DEFAULT 0,
    complete_since INTEGER,         -- everything from here on was read …
    complete_below INTEGER,         -- … up to this UID, exclusive
    UNIQUE (account_id, path, uid_validity)
  );
  CREATE TABLE swept_run (          -- which UIDs were looked at
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    PRIMARY KEY (folder_id, low)
  ) WITHOUT ROWID;
  CREATE TABLE swept_quarter (      -- how many, by quarter of an hour of arrival, so that any window can be summed
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    quarter INTEGER NOT NULL,
    swept INTEGER NOT NULL,
    candidates INTEGER NOT NULL,
    PRIMARY KEY (folder_id, quarter)
  ) WITHOUT ROWID;
  CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    uid INTEGER NOT NULL,
    message_key TEXT NOT NULL,      -- Message-ID, else a hash of the bytes: one notice, also when it lies in two folders
    received_at INTEGER NOT NULL,   -- INTERNALDATE
    at INTEGER NOT NULL,            -- when it was written, as far as its Date can be believed
    is_bounce INTEGER NOT NULL,
    unreadable TEXT,
    subject TEXT,
    body TEXT NOT NULL,             -- the whole Notice as JSON
    UNIQUE (account_id, message_key)
  );
  CREATE INDEX notice_by_time ON notice (account_id, at);
  CREATE TABLE failure (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    notice_id INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
    position INTEGER NOT NULL,
    original_id TEXT,
    recipient TEXT,
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    action TEXT,
    category TEXT NOT NULL,
    certain INTEGER NOT NULL,
    reply_code INTEGER,
    permanent INTEGER,
    direction TEXT,
    connection_ip TEXT,
    stage TEXT,
    counted INTEGER NOT NULL        -- one failure for one original mail and recipient
  );
  CREATE INDEX failure_by_notice ON failure (notice_id);
  CREATE INDEX failure_by_original ON failure (account_id, original_id, recipient) WHERE original_id IS NOT NULL;
  CREATE INDEX throttle_by_time ON failure (account_id, at)
    WHERE counted = 1 AND certain = 1 AND category = 'throttle';
  CREATE TABLE sent (               -- time and number of recipients only
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    uid INTEGER NOT NULL,
    message_id TEXT,
    at INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    PRIMARY KEY (folder_id, uid)
  ) WITHOUT ROWID;
  CREATE INDEX sent_by_time ON sent (account_id, at);
  CREATE TABLE scan (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL,
    since INTEGER,                  -- null: everything
    complete INTEGER NOT NULL,      -- everything that was asked for was read
    report TEXT NOT NULL            -- folders, what was not scanned, traffic: JSON
  );
  CREATE INDEX scan_by_time ON scan (account_id, finished_at);
`;
