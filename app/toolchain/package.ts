import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { build as packageApp, type Configuration, type CliOptions } from 'electron-builder';
import { transform } from 'esbuild';
import { build } from './build.ts';
import { fallback, fallbackElectron, fallbackPossible } from './electron-fallback.ts';
import { electronVersion, officialElectron } from './electron-official.ts';
import { drawIcons } from './icons.ts';
import { dist, root } from './paths.ts';
import { finish, say, SetupProblem } from './run.ts';

/** Where electron-builder leaves what it makes. */
export const releaseFolder = join(root, 'release');
/** The app as it is packed, with the part of it that only this kind of Electron needs. */
const stage = join(releaseFolder, 'app');

/** The folder of the unpacked app for this system. */
export function unpackedFolder(): string {
  if (process.platform === 'win32') return join(releaseFolder, 'win-unpacked');
  if (process.platform === 'darwin')
    return join(releaseFolder, process.arch === 'arm64' ? 'mac-arm64' : 'mac');
  return join(
    releaseFolder,
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
}

/** An Electron of this machine where the official one cannot be had: good for the tests, never for a release. */
async function substitute(): Promise<Partial<Configuration>> {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own) {
    const version = (
      await readFile(join(own, 'version'), 'utf8').catch(() => electronVersion)
    ).trim();
    return { electronDist: own, electronVersion: version.replace(/^v/, '') };
  }
  if ((await officialElectron()) !== null) return {};
  if (!fallbackPossible())
    throw new SetupProblem('Electron could not be downloaded from github.com');
  say(`packaging for a test with Electron ${fallback.electron}: not for anybody to use`);
  return {
    electronDist: await fallbackElectron(),
    electronVersion: fallback.electron,
    // It has no node:sqlite. A native file must lie outside the archive to be loaded.
    asarUnpack: ['sqlite.node'],
  };
}

/** Updates are looked for where the build was told, and trusted by the key that it was given; else there are none. */
function updates(): Partial<Configuration> {
  const url = process.env['SENDWELL_UPDATE_URL'];
  return url ? { publish: { provider: 'generic', url } } : {};
}

/** Only what runs: no source maps, no comments (licences.json has the licences), no stamp, and the native SQLite only where the runtime has none. */
async function stageApp(native: boolean): Promise<void> {
  await rm(stage, { recursive: true, force: true });
  const left = (path: string): boolean =>
    /\.(map|stamp|LEGAL\.txt)$/.test(path) || (path.endsWith('sqlite.node') && !native);
  await cp(dist, stage, { recursive: true, filter: (path) => !left(path) });
  for (const name of ['main.cjs', 'cli.cjs', 'preload.cjs', 'command-thread.cjs']) {
    const file = join(stage, name);
    // Names stay in what writes a log, so that a stack can be read.
    const small = await transform(await readFile(file, 'utf8'), {
      ...{ minifyWhitespace: true, minifySyntax: true, legalComments: 'none' },
      minifyIdentifiers: name === 'cli.cjs',
      target: 'node18.15',
    });
    await writeFile(file, small.code);
  }
}

/**
 * `npm run package`: the unpacked app for this system in release/. `-- --targets` makes the installers that
 * electron-builder.yml names, and signs them where the environment holds what signing needs.
 */
export async function packageForThisSystem(targets: boolean): Promise<string> {
  await build();
  await drawIcons();
  const electron = await substitute();
  if (targets && electron.electronVersion !== undefined)
    throw new SetupProblem('installers are made with the official Electron only');
  await stageApp(electron.asarUnpack !== undefined);
  const options: CliOptions = {
    projectDir: root,
    publish: 'never',
    // On top of electron-builder.yml.
    config: { ...updates(), ...electron },
    ...(targets ? {} : { dir: true }),
  };
  await packageApp(options);
  return unpackedFolder();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { targets: { type: 'boolean', default: false } } });
  await finish(packageForThisSystem(values.targets).then(() => 0));
}
