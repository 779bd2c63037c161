import type { Database, Row, Statement } from './sqlite.ts';

type Column = Float64Array | Uint32Array | Uint16Array;
type Kind = 'f64' | 'u32' | 'u16';
const makers = {
  f64: Float64Array,
  u32: Uint32Array,
  u16: Uint16Array,
} as const;

/** Columns by name, widest first, so that each starts where its type may. */
export type Layout = Readonly<Record<string, Kind>>;
export type Columns<L extends Layout> = {
  readonly [Name in keyof L]: InstanceType<(typeof makers)[L[Name]]>;
} & { readonly length: number };

const dayLength = 86_400_000;

/** A table of rows by time that is kept packed by day of UTC, and what reads it. */
export interface DayColumns<L extends Layout> {
  /** All rows of an account in order of time. The same object as long as nothing changed: do not write to it. */
  load(accountId: number): Columns<L>;
}

/**
 * Packed columns over the stored rows: a day that a trigger marked as stale is read again from the rows and packed;
 * the others are copied as they are. A million rows load in a blink, also after a restart.
 * @param rows one day's rows in order of time: account, from, to
 */
export function dayColumns<L extends Layout>(
  db: Database,
  table: string,
  layout: L,
  rows: Statement,
  valuesOf: (row: Row) => Readonly<Record<keyof L, number>>,
): DayColumns<L> {
  const stale = db.prepare(`SELECT day FROM ${table}_stale WHERE account_id = ?`);
  const fresh = db.prepare(`DELETE FROM ${table}_stale WHERE account_id = ? AND day = ?`);
  const put = db.prepare(
    `INSERT INTO ${table} (account_id, day, packed) VALUES (?, ?, ?)
     ON CONFLICT (account_id, day) DO UPDATE SET packed = excluded.packed`,
  );
  const drop = db.prepare(`DELETE FROM ${table} WHERE account_id = ? AND day = ?`);
  const days = db.prepare(`SELECT day, packed FROM ${table} WHERE account_id = ? ORDER BY day`);
  const sizes = db.prepare(`SELECT day, length(packed) AS size FROM ${table} WHERE account_id = ?`);
  const outside = db.prepare('PRAGMA data_version');
  const inside = db.prepare('SELECT total_changes() AS n');
  const version = (): string =>
    `${Number(outside.get()?.['data_version'])} ${Number(inside.get()?.['n'])}`;

  const entries = Object.entries(layout);
  const width = entries.reduce((sum, [, kind]) => sum + makers[kind].BYTES_PER_ELEMENT, 0);
  let cached: { accountId: number; version: string; columns: Columns<L> } | null = null;

  const allocate = (length: number): Columns<L> =>
    ({
      ...Object.fromEntries(entries.map(([name, kind]) => [name, new makers[kind](length)])),
      length,
    }) as Columns<L>;

  const pack = (accountId: number, day: number): Uint8Array => {
    const found = rows.all(accountId, day * dayLength, (day + 1) * dayLength);
    const packed = new Uint8Array(found.length * width);
    const values = found.map(valuesOf);
    let offset = 0;
    for (const [name, kind] of entries) {
      const column = new makers[kind](found.length);
      for (let at = 0; at < values.length; at += 1) column[at] = values[at]?.[name] ?? 0;
      packed.set(bytesOf(column), offset);
      offset += column.byteLength;
    }
    return packed;
  };

  /**
   * Packs what is stale, in one transaction: what another program writes meanwhile stays marked. Where that program
   * holds the file, what was packed serves this reading only.
   */
  const refresh = (accountId: number): Map<number, Uint8Array> => {
    const packed = new Map<number, Uint8Array>();
    if (stale.get(accountId) === undefined) return packed;
    const packStale = (): void => {
      for (const row of stale.all(accountId))
        packed.set(Number(row['day']), pack(accountId, Number(row['day'])));
    };
    db.exec('SAVEPOINT pack');
    try {
      packStale();
      for (const [day, bytes] of packed) {
        if (bytes.length === 0) drop.run(accountId, day);
        else put.run(accountId, day, bytes);
        fresh.run(accountId, day);
      }
      db.exec('RELEASE pack');
      packed.clear();
    } catch {
      db.exec('ROLLBACK TO pack; RELEASE pack');
      packed.clear();
      // Reading alone needs no lock; an error that is none of a lock comes again here.
      packStale();
    }
    return packed;
  };

  return {
    load(accountId) {
      if (cached?.accountId === accountId && cached.version === version()) return cached.columns;
      cached = null;
      const unsaved = refresh(accountId);
      // Taken before reading: what is written in between makes the next reading a new one.
      const read = version();
      // Sizes first: the columns are made at once and each day's bytes are let go as soon as they are copied.
      const counts = new Map<number, number>();
      for (const row of sizes.iterate(accountId))
        counts.set(Number(row['day']), Number(row['size']) / width);
      for (const [day, bytes] of unsaved) counts.set(day, bytes.length / width);
      const starts = new Map<number, number>();
      let total = 0;
      for (const [day, count] of [...counts].sort(([a], [b]) => a - b)) {
        starts.set(day, total);
        total += count;
      }
      const columns = allocate(total);
      const copy = (day: number, bytes: Uint8Array): void => {
        const start = starts.get(day) ?? 0;
        const count = bytes.length / width;
        let offset = 0;
        for (const [name, kind] of entries) {
          const size = makers[kind].BYTES_PER_ELEMENT;
          const part = bytes.subarray(offset, offset + count * size);
          bytesOf(columns[name] as Column).set(part, start * size);
          offset += count * size;
        }
      };
      for (const row of days.iterate(accountId)) {
        const day = Number(row['day']);
        if (!unsaved.has(day)) copy(day, row['packed'] as Uint8Array);
      }
      for (const [day, bytes] of unsaved) copy(day, bytes);
      cached = { accountId, version: read, columns };
      return columns;
    },
  };
}

/** The bytes behind a column, as they lie in memory: every system that the app runs on is little-endian. */
const bytesOf = (column: Column): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
