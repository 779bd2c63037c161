import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from './sqlite.ts';

/**
 * Reading a file to check it costs time at every start: 11 ms for 12 MB, 71 ms for 124 MB (100,000 notices) where it
 * is cached, a second or more where it is not. Above this size damage is met by the question that comes across it.
 */
const mostChecked = 64 * 1024 * 1024;

/**
 * What is wrong with an opened database, in SQLite's words; null for nothing. `whole` also compares indices with
 * their tables and parses every stored record: for a person who asks whether the file is good.
 */
export function findDamage(db: Database, path: string, whole: boolean): string | null {
  if (!whole && sizeOf(path) > mostChecked) return null;
  const pragma = whole ? 'integrity_check' : 'quick_check';
  const found = db.prepare(`PRAGMA ${pragma}(1)`).get()?.[pragma];
  if (found !== 'ok') return String(found);
  if (!whole) return null;
  const broken = db.prepare(
    `SELECT (SELECT count(*) FROM notice WHERE NOT json_valid(body))
          + (SELECT count(*) FROM scan WHERE NOT json_valid(report)) AS n`,
  );
  const count = Number(broken.get()?.['n']);
  return count === 0 ? null : `${count} stored records are no JSON`;
}

/**
 * Damage that opening would hide: SQLite deletes the log of newest changes beside a database that is empty or gone.
 */
export function damageBeforeOpening(path: string): string | null {
  return sizeOf(path) === 0 && sizeOf(`${path}-wal`) > 0
    ? 'the file is empty, but its newest changes wait beside it'
    : null;
}

const walHeaderBytes = 32;
/** "WAL Header Format", sqlite.org/fileformat2.html section 4.1: the last bit tells the order of bytes in checksums. */
const walMagic = 0x377f0682;

/** Whether the log of newest changes lost its head: SQLite would take it for an empty one and write over it. */
export function hasBrokenLog(path: string): boolean {
  const log = `${path}-wal`;
  if (sizeOf(log) < walHeaderBytes) return false;
  const head = Buffer.alloc(4);
  const file = openSync(log, 'r');
  try {
    readSync(file, head, 0, 4, 0);
  } finally {
    closeSync(file);
  }
  return (head.readUInt32BE(0) & ~1) !== walMagic;
}

/** In bytes; 0 for a file that is not there. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
