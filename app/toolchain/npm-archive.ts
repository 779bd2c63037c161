import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { output, SetupProblem } from './run.ts';

/** One file of the npm registry that is fetched on demand and never stands in package.json. */
export interface PinnedPackage {
  /** As npm names it: name@version. */
  readonly package: string;
  /** The archive's hash, `sha512-…` as in a lock file. */
  readonly integrity: string;
}

/** Throws when the file is not the one whose hash is pinned. */
export async function checkIntegrity(file: string, expected: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== expected) {
    throw new SetupProblem(
      `what npm gave is not the expected file and was not unpacked (${actual} instead of ${expected})`,
    );
  }
}

/** npm downloads, so its registry, proxy and certificate settings hold. False when it could not. */
function download(name: string, target: string): boolean {
  const npm = process.env['npm_execpath'];
  const pack = ['pack', name, '--pack-destination', target, '--ignore-scripts'];
  const done =
    npm?.endsWith('.js') === true
      ? output(process.execPath, [npm, ...pack], 10 * 60_000)
      : output('npm', pack, 10 * 60_000);
  return done !== null;
}

/** Fetches a package, checks it and unpacks it to `work`/package. */
export async function unpackFromNpm(pinned: PinnedPackage, work: string): Promise<void> {
  if (!download(pinned.package, work))
    throw new SetupProblem(`the npm registry did not give ${pinned.package}`);
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new SetupProblem(`npm pack ${pinned.package} left no file`);
  await checkIntegrity(join(work, tarball), pinned.integrity);
  if (output('tar', ['-xzf', join(work, tarball), '-C', work], 10 * 60_000) === null)
    throw new SetupProblem(`${pinned.package} could not be unpacked (is tar there, and space?)`);
  await rm(join(work, tarball));
}
