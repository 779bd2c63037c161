/** How far a guided change has come, and the interval that an administrator set; never the password itself. */
export const passwordGuide = `
  CREATE TABLE password_guide (
    account_id INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    at INTEGER NOT NULL,            -- when it was last touched
    progress TEXT NOT NULL          -- the guide's own JSON (app/password/guide/progress.ts)
  );
  CREATE TABLE password_rotation (
    account_id INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    months INTEGER NOT NULL
  );
`;
