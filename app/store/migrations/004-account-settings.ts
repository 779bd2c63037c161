/** How an account is reached and what is read of it, as its owner chose. */
export const accountSettings = `
  CREATE TABLE account_settings (
    account_id INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    proxy TEXT NOT NULL,            -- 'system', 'direct', or a URL without its password
    days INTEGER,                   -- how far back scans go; null: to the first message
    folders TEXT,                   -- JSON list of paths to read; null: Inbox and Junk
    listed TEXT                     -- JSON list of what the server listed last: [path, role]
  );
`;
