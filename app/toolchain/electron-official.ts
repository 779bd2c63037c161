import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { output, say } from './run.ts';

/**
 * The Electron that package.json names. Its npm package holds only the installer (importing it in plain Node
 * starts a download without a time limit), so this file runs the installer when there is something to gain.
 */
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
export const { version: electronVersion } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
) as {
  version: string;
};

const answerTimeout = 10_000;
const downloadTimeout = 15 * 60_000;

/** Where the executable lies below an unpacked Electron. */
export function executableName(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

function installed(): string | null {
  const executable = join(folder, 'dist', executableName());
  const unpacked = join(folder, 'dist', 'version');
  const complete =
    existsSync(join(folder, 'path.txt')) &&
    existsSync(unpacked) &&
    readFileSync(unpacked, 'utf8').trim().replace(/^v/, '') === electronVersion;
  return complete && existsSync(executable) ? executable : null;
}

function downloadCache(env: NodeJS.ProcessEnv): string {
  if (env['electron_config_cache'] !== undefined) return env['electron_config_cache'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'electron');
  if (process.platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache');
  }
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'electron');
}

const archive = `electron-v${electronVersion}-${process.platform}-${process.arch}.zip`;

function downloadedBefore(env: NodeJS.ProcessEnv): boolean {
  const cache = downloadCache(env);
  return (
    existsSync(cache) && readdirSync(cache).some((entry) => existsSync(join(cache, entry, archive)))
  );
}

/** Whether the download host, redirects included, answers within ten seconds. */
async function answers(env: NodeJS.ProcessEnv): Promise<boolean> {
  // Behind a proxy only the installer knows the way; it has its own time limit below.
  if (env['ELECTRON_GET_USE_PROXY'] !== undefined) return true;
  const base =
    env['npm_config_electron_mirror'] ??
    env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const signal = AbortSignal.timeout(answerTimeout);
    await fetch(`${base}v${electronVersion}/${archive}`, { method: 'HEAD', signal });
    return true;
  } catch {
    return false;
  }
}

/** The official executable, downloaded if need be; null where it cannot be had. */
export async function officialElectron(
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const present = installed();
  if (present !== null) return present;
  if (!downloadedBefore(env)) {
    if (!(await answers(env))) return null;
    say(`downloading Electron ${electronVersion}`);
  }
  output(process.execPath, [join(folder, 'install.js')], downloadTimeout, env);
  return installed();
}
