import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Written beside, forced to the disk and renamed: a crash leaves the old file or the new one, never half of one. For
 * the owner alone unless `mode` says otherwise. Throws what the file system throws; the old file is as it was then.
 */
export function writeAtomically(file: string, text: string, mode = 0o600): void {
  const fresh = `${file}.new`;
  try {
    const handle = openSync(fresh, 'w', mode);
    try {
      const bytes = Buffer.from(text, 'utf8');
      // A disk that fills up may take a part and fail with the rest.
      for (let at = 0; at < bytes.length; at += writeSync(handle, bytes, at));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
