import { DamagedError } from './errors.ts';

/**
 * Reads what this program itself wrote as JSON. SQLite has no checksums, so a bad disk can change text in a page
 * that is well-formed: what cannot be what was written is damage, not a bug.
 * @param lists the fields that must be lists; the rest is trusted, since the file is ours alone
 */
export function storedJson<T extends object>(text: string, lists: readonly (keyof T)[]): T {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null)
    throw new DamagedError('a stored record is no object');
  const record = value as T;
  for (const field of lists)
    if (!Array.isArray(record[field]))
      throw new DamagedError(`a stored record has no ${String(field)}`);
  return record;
}

/** The same for a record that is a list itself. */
export function storedList<T>(text: string): T[] {
  const value = parsed(text);
  if (!Array.isArray(value)) throw new DamagedError('a stored record is no list');
  return value as T[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedError('a stored record is no JSON');
  }
}
