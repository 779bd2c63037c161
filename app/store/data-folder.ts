import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the local database lives: `--data`, else SENDWELL_DATA, else the folder that the window app uses. The
 * portable program of Windows, which names its own folder in the environment, keeps its data beside itself.
 */
export function dataFolder(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = option ?? env['SENDWELL_DATA'];
  if (chosen) return resolve(chosen);
  const portable = env['PORTABLE_EXECUTABLE_DIR'];
  if (portable) return join(portable, 'Sendwell data');
  return join(applicationData(env, platform), 'Sendwell');
}

function applicationData(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

export const databaseFile = (folder: string): string => join(folder, 'sendwell.db');
/** The sample has its own file: it never stands beside real accounts. */
export const sampleDatabaseFile = (folder: string): string => join(folder, 'sample', 'sendwell.db');
