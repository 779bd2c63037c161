import { transaction, type Database } from './sqlite.ts';
import { mailbox } from './migrations/001-mailbox.ts';
import { password } from './migrations/002-password.ts';
import { passwordGuide } from './migrations/003-password-guide.ts';

/**
 * Numbered steps; each is applied once and never edited after a release. `PRAGMA user_version` holds the
 * number of the last one. Times are milliseconds since 1970 UTC.
 */
const migrations: readonly string[] = [mailbox, password, passwordGuide];

/** The newest schema this version of the app knows. */
export const schemaVersion = migrations.length;

/** Brings the database up to date; a database from a newer version of the app is left alone and refused. */
export function migrate(db: Database): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > schemaVersion) throw new Error(`database schema ${version} is newer than this app`);
  for (let next = version; next < schemaVersion; next += 1) {
    transaction(db, () => {
      db.exec(migrations[next] ?? '');
      db.exec(`PRAGMA user_version = ${next + 1}`);
    });
  }
}
