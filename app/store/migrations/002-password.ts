/** What is known about the account's password, never the password itself. */
export const password = `
  CREATE TABLE password_check (     -- the password in use was judged locally; only the verdict stays
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    at INTEGER NOT NULL,
    compliant INTEGER NOT NULL,
    score INTEGER NOT NULL          -- zxcvbn's, 0 to 4
  );
  CREATE INDEX password_check_by_time ON password_check (account_id, at);
  CREATE TABLE password_change (    -- recorded when the owner says so or the guide verified it
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    at INTEGER NOT NULL
  );
  CREATE INDEX password_change_by_time ON password_change (account_id, at);
`;
