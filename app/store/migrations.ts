import { DamagedError, NewerSchemaError } from './errors.ts';
import { transaction, type Database } from './sqlite.ts';
import { mailbox } from './migrations/001-mailbox.ts';
import { password } from './migrations/002-password.ts';
import { places } from './migrations/003-places.ts';
import { accountSettings } from './migrations/004-account-settings.ts';
import { columns } from './migrations/005-columns.ts';
import { passwordGuide } from './migrations/006-password-guide.ts';

/**
 * Numbered steps; each is applied once and never edited after a release. `PRAGMA user_version` holds the
 * number of the last one. Times are milliseconds since 1970 UTC.
 */
const migrations: readonly string[] = [
  mailbox,
  password,
  places,
  accountSettings,
  columns,
  passwordGuide,
];

/** The newest schema this version of the app knows. */
export const schemaVersion = migrations.length;

/** More migrations than there will ever be: a number beyond it is a damaged header. */
const beyondBelief = 10_000;

/** The number of the last migration that a file went through; 0 for a new one. */
export function schemaOf(db: Database): number {
  // One statement sees one moment: another process may just be making the tables.
  const seen = db.prepare(
    `SELECT user_version, (SELECT count(*) FROM sqlite_schema) AS tables FROM pragma_user_version`,
  );
  const { user_version, tables } = seen.get() ?? {};
  const version = Number(user_version);
  if (version < 0 || version > beyondBelief)
    throw new DamagedError(`${version} is no version of a schema`);
  if (version > schemaVersion)
    throw new NewerSchemaError(`schema ${version}; this version knows ${schemaVersion}`);
  if (version === 0 && Number(tables) > 0)
    throw new DamagedError('it holds tables of another program');
  return version;
}

/** Brings a database up to date. */
export function migrate(db: Database): void {
  for (let next = schemaOf(db); next < schemaVersion; next += 1) {
    transaction(db, () => {
      // Another process may have been faster.
      if (schemaOf(db) > next) return;
      db.exec(migrations[next] ?? '');
      db.exec(`PRAGMA user_version = ${next + 1}`);
    });
  }
}
