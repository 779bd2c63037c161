import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { bundleAll } from './bundles.ts';
import { collectLicences } from './licences.ts';
import { checkoutCache, dist, root } from './paths.ts';
import { finish, say, SetupProblem } from './run.ts';
import { sourceStamp } from './stamp.ts';
import { drawTrayIcons } from './tray-icons.ts';

/** Electron reads the app's entry and names from this file. */
async function writePackage(out: string): Promise<void> {
  const whole = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, productName, desktopName, version, description, license, author } = whole;
  const titles = { name, productName, desktopName, version, description, license, author };
  const own = { ...titles, main: 'main.cjs' };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}

/** Gives the files inside. */
async function bundleWindow(out: string): Promise<string[]> {
  const before = process.env['NODE_ENV'];
  const made = await viteBuild({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(out, 'window'), emptyOutDir: true },
  });
  // Vite makes the whole process a production one; the tests that run after the build must not inherit that.
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
  const chunks = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** Swaps the finished folder in, so that nobody ever runs half a build. */
async function replaceDist(fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  await rename(dist, old).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await rename(fresh, dist);
  await rm(old, { recursive: true, force: true });
}

/** Builds main, preload, command line and window into dist/, unless it holds exactly these sources already. */
export async function build(): Promise<void> {
  const stamp = await sourceStamp();
  const built = await readFile(join(dist, '.stamp'), 'utf8').catch(() => '');
  if (built === stamp) return;

  say('building');
  await mkdir(checkoutCache, { recursive: true });
  const fresh = await mkdtemp(join(checkoutCache, 'build-'));
  try {
    // A temporary folder is private at first; other people may run the command.
    await chmod(fresh, 0o755);
    const parts = [
      bundleAll(fresh),
      bundleWindow(fresh),
      writePackage(fresh),
      drawTrayIcons(fresh),
    ] as const;
    // All must have ended before the folder may go.
    await Promise.allSettled(parts);
    const [nodeSide, windowSide] = await Promise.all(parts);
    const licences = await collectLicences([...nodeSide, ...windowSide]);
    await writeFile(join(fresh, 'licences.json'), JSON.stringify(licences));
    await writeFile(join(fresh, '.stamp'), stamp);
    await replaceDist(fresh);
  } catch (error) {
    // The bundlers' messages name file and line; a stack of theirs tells nothing more.
    throw new SetupProblem(
      `the build failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await finish(build().then(() => 0));
}
