import type { z } from 'zod';
import { isSqliteProblem } from './problem.ts';
import type { Database } from './sqlite.ts';
import { noticeShape, reportShape } from './stored-shapes.ts';

/** How SQLite calls what a column of a declared type holds, unless it was damaged. */
const storedAs: Readonly<Record<string, string>> = {
  INTEGER: 'integer',
  TEXT: 'text',
  BLOB: 'blob',
};

/** The last moment that a Date can name, either way. */
const times = (...columns: readonly string[]): string =>
  columns.map((column) => `abs(${column}) > 8.64e15`).join(' OR ');
const names = ['recipient_ref', 'domain_ref', 'ip_ref', 'program_ref', 'original_ref'];
const isList = (column: string): string =>
  `(json_valid(${column}) AND json_type(${column}) = 'array')`;

/** Rows that this program never wrote, by table; a column's type and NULL are looked at for all tables alike. */
const unsound: Readonly<Record<string, string>> = {
  account: 'id < 1 OR port NOT BETWEEN 0 AND 65535',
  folder: `id < 1 OR messages < 0 OR ${times('complete_since')}`,
  notice: `id < 1 OR uid < 0 OR ${times('at', 'received_at', 'expunged_at')} OR NOT json_valid(body)
    OR json_type(body, '$.failures') IS NOT 'array' OR json_type(body, '$.original') IS NOT 'object'`,
  failure: `${times('at', 'received_at')} OR ${names.map((ref) => `${ref} NOT BETWEEN 0 AND (SELECT coalesce(max(id), 0) FROM name)`).join(' OR ')}`,
  sent: `${times('at', 'received_at')} OR recipients < 0`,
  scan: `${times('started_at', 'finished_at', 'since')} OR NOT json_valid(report)
    OR json_type(report, '$.folders') IS NOT 'array' OR json_type(report, '$.notScanned') IS NOT 'array'`,
  account_settings: `days < 1 OR days > 100000 OR (folders IS NOT NULL AND NOT (${isList('folders')} AND json_array_length(folders) > 0))
    OR (listed IS NOT NULL AND NOT ${isList('listed')})`,
  password_check: `${times('at')} OR score NOT BETWEEN 0 AND 4`,
  password_change: times('at'),
  password_rotation: 'months NOT BETWEEN 1 AND 1200',
  import: `${times('at')} OR messages < 0`,
};

/**
 * Looks through all rows for one that this program cannot have written; null where there is none. It costs a
 * reading of the whole file, so it is asked only where an answer came out wrong: is the disk to blame, or we?
 * Tables have no STRICT types, and a bad disk can change a value in a page that is well-formed.
 */
export function unsoundTable(db: Database): string | null {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map((row) => String(row['name']));
  return (
    tables.find((table) => isUnsound(db, table)) ??
    (holdsOther(db, 'notice', 'body', noticeShape) ? 'notice' : null) ??
    (holdsOther(db, 'scan', 'report', reportShape) ? 'scan' : null)
  );
}

function holdsOther(db: Database, table: string, column: string, shape: z.ZodType): boolean {
  for (const row of db.prepare(`SELECT "${column}" AS text FROM "${table}"`).iterate())
    if (!shape.safeParse(JSON.parse(String(row['text']))).success) return true;
  return false;
}

function isUnsound(db: Database, table: string): boolean {
  const typed = db
    .prepare(`PRAGMA table_info("${table}")`)
    .all()
    .map((column) => {
      const [name, type] = [`"${String(column['name'])}"`, storedAs[String(column['type'])]];
      const wrong = type === undefined ? '0' : `typeof(${name}) <> '${type}'`;
      return column['notnull'] === 1 ? wrong : `(${name} IS NOT NULL AND ${wrong})`;
    });
  const conditions = [...typed, ...(unsound[table] === undefined ? [] : [unsound[table]])];
  try {
    const sql = `SELECT 1 FROM "${table}" WHERE ${conditions.join(' OR ')} LIMIT 1`;
    return db.prepare(sql).get() !== undefined;
  } catch (error) {
    // Text that is no JSON where JSON is looked into, or a page that is broken altogether.
    if (isSqliteProblem(error)) return true;
    throw error;
  }
}
