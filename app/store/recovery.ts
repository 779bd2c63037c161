import { existsSync, renameSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { ok, type Result } from '../result.ts';
import { storeProblem } from './problem.ts';

/**
 * A database and the files that SQLite keeps beside it, which hold its newest changes. The database goes first: if
 * the rest could not follow, what is left is recognised as damage and never taken for a new, empty database.
 */
const endings = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Renames a damaged database, together with the files beside it, so that a new one can be begun. Nothing is deleted
 * or written over.
 * @returns the database's new place, in the same folder
 */
export function setAside(path: string, now: Date): Result<string> {
  return renameAll(path, endings, now);
}

/** The same for the log of newest changes alone. */
export function setLogAside(path: string, now: Date): Result<string> {
  const moved = renameAll(path, ['-wal', '-shm'], now);
  return moved.ok ? ok(`${moved.value}-wal`) : moved;
}

function renameAll(path: string, which: readonly string[], now: Date): Result<string> {
  const target = freeName(path, now);
  try {
    for (const ending of which)
      if (existsSync(path + ending)) renameSync(path + ending, target + ending);
    return ok(target);
  } catch (error) {
    return storeProblem(error, path);
  }
}

/** `sendwell.damaged-20261124T213045Z.db`, with a number behind the time where that is taken. */
function freeName(path: string, now: Date): string {
  const { name, ext } = parse(path);
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let count = 1; ; count += 1) {
    const more = count === 1 ? '' : `-${count}`;
    const target = join(dirname(path), `${name}.damaged-${time}${more}${ext}`);
    if (!endings.some((ending) => existsSync(target + ending))) return target;
  }
}
