import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The newest of what was kept aside; somebody's broken disk must not fill it. */
const mostKept = 5;

/** Of a settings file's folder: the names under which older ones were kept. */
export const asideName = /^settings\.(damaged|newer)-[\dTZ-]+\.json$/;

/**
 * Renames a settings file that must not be written over.
 * @returns its new place; null where it is gone already. Throws what the file system throws
 */
export function keepAside(file: string, why: 'damaged' | 'newer', now: Date): string | null {
  if (!existsSync(file)) return null;
  const kept = freeName(file, why, now);
  renameSync(file, kept);
  keepFew(file);
  return kept;
}

/** `settings.damaged-20261124T213045Z.json`, with a number behind the time where that is taken. */
export function freeName(file: string, why: 'damaged' | 'newer', now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let count = 1; ; count += 1) {
    const more = count === 1 ? '' : `-${count}`;
    const name = `${basename(file, '.json')}.${why}-${time}${more}.json`;
    const path = join(dirname(file), name);
    if (!existsSync(path)) return path;
  }
}

/** Removes the oldest; what stays in the way is no reason to fail. */
export function keepFew(file: string): void {
  const folder = dirname(file);
  const timeOf = (name: string): string => name.replace(/^settings\.[a-z]+-|\.json$/g, '');
  const old = readdirSync(folder)
    .filter((name) => asideName.test(name))
    .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
    .slice(mostKept);
  for (const name of old)
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It is tried again the next time.
    }
}
