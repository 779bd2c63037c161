import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of an audit's pseudonyms: one for all audits of a data folder, so that they stay from month to month.
 * Shards on several machines are given the same one in SENDWELL_REDACTION_KEY. Throws what the file system throws.
 */
export function redactionKey(
  data: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const given = env['SENDWELL_REDACTION_KEY'];
  if (given) return given;
  const path = join(data, 'redaction.key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const key = randomBytes(32).toString('hex');
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}
