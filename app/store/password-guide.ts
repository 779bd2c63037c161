import type { Database } from './sqlite.ts';

/** The state of a guided change as text; the room that owns its shape reads it. */
export interface PasswordGuides {
  load(accountId: number): string | null;
  save(accountId: number, progress: string, at: number): void;
  remove(accountId: number): void;
  /** Months after which the administrator forces a change; null: not known, or never. */
  rotation(accountId: number): number | null;
  setRotation(accountId: number, months: number | null): void;
}

export function passwordGuides(db: Database): PasswordGuides {
  const load = db.prepare('SELECT progress FROM password_guide WHERE account_id = ?');
  const save = db.prepare(
    `INSERT INTO password_guide (account_id, at, progress) VALUES (?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET at = excluded.at, progress = excluded.progress`,
  );
  const remove = db.prepare('DELETE FROM password_guide WHERE account_id = ?');
  const rotation = db.prepare('SELECT months FROM password_rotation WHERE account_id = ?');
  const setRotation = db.prepare(
    `INSERT INTO password_rotation (account_id, months) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET months = excluded.months`,
  );
  const dropRotation = db.prepare('DELETE FROM password_rotation WHERE account_id = ?');
  return {
    load(accountId) {
      const row = load.get(accountId);
      return row ? String(row['progress']) : null;
    },
    save(accountId, progress, at) {
      save.run(accountId, at, progress);
    },
    remove(accountId) {
      remove.run(accountId);
    },
    rotation(accountId) {
      const row = rotation.get(accountId);
      return row ? Number(row['months']) : null;
    },
    setRotation(accountId, months) {
      if (months === null) dropRotation.run(accountId);
      else setRotation.run(accountId, months);
    },
  };
}
