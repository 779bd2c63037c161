import type { Database } from './sqlite.ts';

/** The verdict on a password that was in use when it was checked; the password itself is never stored. */
export interface PasswordCheck {
  readonly at: number;
  /** All rules of Alibaba's policy hold. */
  readonly compliant: boolean;
  /** zxcvbn's score, 0 (guessed at once) to 4. */
  readonly score: number;
}

export interface PasswordHistory {
  addCheck(accountId: number, check: PasswordCheck): void;
  lastCheck(accountId: number): PasswordCheck | null;
  addChange(accountId: number, at: number): void;
  /** Takes back a change that was entered by mistake. */
  removeChange(accountId: number, at: number): void;
  /** When the password was changed, in order of time. */
  changes(accountId: number): number[];
}

export function passwordHistory(db: Database): PasswordHistory {
  const insertCheck = db.prepare(
    'INSERT INTO password_check (account_id, at, compliant, score) VALUES (?, ?, ?, ?)',
  );
  const lastCheck = db.prepare(
    'SELECT * FROM password_check WHERE account_id = ? ORDER BY at DESC, id DESC LIMIT 1',
  );
  const insertChange = db.prepare('INSERT INTO password_change (account_id, at) VALUES (?, ?)');
  const deleteChange = db.prepare('DELETE FROM password_change WHERE account_id = ? AND at = ?');
  const changes = db.prepare('SELECT at FROM password_change WHERE account_id = ? ORDER BY at, id');
  return {
    addCheck(accountId, { at, compliant, score }) {
      insertCheck.run(accountId, at, compliant ? 1 : 0, score);
    },
    lastCheck(accountId) {
      const row = lastCheck.get(accountId);
      if (!row) return null;
      return {
        at: Number(row['at']),
        compliant: row['compliant'] === 1,
        score: Number(row['score']),
      };
    },
    addChange(accountId, at) {
      insertChange.run(accountId, at);
    },
    removeChange(accountId, at) {
      deleteChange.run(accountId, at);
    },
    changes: (accountId) => changes.all(accountId).map((row) => Number(row['at'])),
  };
}
