/**
 * The one file that knows which SQLite runs. The shipped Electron has `node:sqlite`; older runtimes take
 * a package with the same interface, so the installed app carries no native module.
 */
export type SqlValue = null | number | bigint | string | Uint8Array;
export type Row = Record<string, SqlValue>;

export interface Statement {
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
  iterate(...values: SqlValue[]): Iterable<Row>;
}

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Driver {
  DatabaseSync: new (path: string) => unknown;
  backup: (source: unknown, path: string, options: { rate: number }) => Promise<number>;
}

async function driver(): Promise<Driver> {
  const builtin = (process as { getBuiltinModule?: (id: string) => unknown }).getBuiltinModule?.(
    'node:sqlite',
  );
  return (builtin ?? (await import('@photostructure/sqlite'))) as Driver;
}

export async function openDatabase(path: string): Promise<Database> {
  const { DatabaseSync } = await driver();
  return new DatabaseSync(path) as Database;
}

/** Pages of 4 KB at a time: a few milliseconds, after which others have their turn. */
const pagesAtOnce = 200;

/** SQLite's online backup (sqlite.org/backup.html): one moment of the database, whoever writes meanwhile. */
export async function copyDatabase(db: Database, path: string): Promise<void> {
  const { backup } = await driver();
  await backup(db, path, { rate: pagesAtOnce });
}

/** SQLite's primary result code (sqlite.org/rescode.html) of what it threw; null for any other error. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  // The upper bytes tell the variety: IOERR_WRITE is an IOERR.
  return typeof code === 'number' ? code & 0xff : null;
}

/** Runs `work` in one transaction: all of it is stored or none. */
export function transaction<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // A full disk or a damaged page has rolled back already; the first error is the one that tells.
    }
    throw error;
  }
}
