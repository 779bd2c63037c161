import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { databaseFile, dataFolder, sampleDatabaseFile } from '../store/data-folder.ts';
import type { StartOptions } from './start-options.ts';

export interface Paths {
  /** Database, settings and logs; for the sample a folder of its own, so that it never meets real accounts. */
  readonly data: string;
  readonly database: string;
  readonly settings: string;
  /** What is remembered of the window's place. */
  readonly window: string;
  /** The built app: main.cjs, preload.cjs, window/. */
  readonly app: string;
  readonly pages: string;
}

/** Points Electron to the same data folder as the command line's, before anything is written there. */
export function usePaths(app: App, { data, sample }: StartOptions): Paths {
  const folder = dataFolder(data, process.env);
  const database = sample ? sampleDatabaseFile(folder) : databaseFile(folder);
  const own = usableFolder(dirname(database));
  app.setPath('userData', own);
  // Chromium's caches and cookies, apart from what a person may want to copy.
  app.setPath('sessionData', join(own, 'window'));
  return {
    data: own,
    database,
    settings: join(own, 'settings.json'),
    window: join(own, 'window.json'),
    app: app.getAppPath(),
    pages: join(app.getAppPath(), 'window'),
  };
}

/**
 * The folder itself, or a temporary one where it cannot be made or written to: Chromium would not start without,
 * and then nobody could be told. The database stays where it belongs, and the window says why it cannot be opened.
 */
function usableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'sendwell-'));
  }
}
