import { failed, type ProblemCode } from '../result.ts';
import { DamagedError, NewerSchemaError } from './errors.ts';
import { sqliteCode } from './sqlite.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html) that are the machine's doing, not a bug of ours. */
const bySqliteCode = new Map<number, ProblemCode>([
  [3, 'store-unwritable'], // PERM
  [5, 'store-locked'], // BUSY
  [6, 'store-locked'], // LOCKED
  [8, 'store-unwritable'], // READONLY
  [10, 'disk-failed'], // IOERR
  [11, 'store-damaged'], // CORRUPT
  [13, 'disk-full'], // FULL
  [14, 'store-unwritable'], // CANTOPEN
  [26, 'store-damaged'], // NOTADB
]);

const bySystemCode = new Map<string, ProblemCode>(
  Object.entries({
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EIO: 'disk-failed',
    EFBIG: 'disk-failed',
    EACCES: 'store-unwritable',
    EPERM: 'store-unwritable',
    EROFS: 'store-unwritable',
    EEXIST: 'store-unwritable',
    ENOTDIR: 'store-unwritable',
    EISDIR: 'store-unwritable',
  } satisfies Record<string, ProblemCode>),
);

/** A failure of SQLite or the disk as a problem for people; `internal` for anything that is a bug of ours. */
export function storeProblem(error: unknown, path: string): ReturnType<typeof failed> {
  const words = error instanceof Error ? error.message : String(error);
  return failed(codeOf(error) ?? 'internal', path, words);
}

/** Whether SQLite itself complained. */
export const isSqliteProblem = (error: unknown): boolean => sqliteCode(error) !== null;

function codeOf(error: unknown): ProblemCode | undefined {
  if (error instanceof DamagedError) return 'store-damaged';
  if (error instanceof NewerSchemaError) return 'store-newer';
  const sqlite = sqliteCode(error);
  if (sqlite !== null) return bySqliteCode.get(sqlite);
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  return bySystemCode.get(system);
}

/** Whether a file with this problem can be kept aside and a new one begun: waiting would not mend it. */
export const isReplaceable = (code: ProblemCode): boolean =>
  code === 'store-damaged' || code === 'store-newer';
