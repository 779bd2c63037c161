import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataKinds, type DataKind } from '../../api/contract.ts';
import { asideName } from '../settings/settings-aside.ts';

const database = String.raw`db(-wal|-shm|-journal)?`;

/**
 * Every name that the app gives to something in its data folder. It decides what is counted and what is deleted, so
 * whoever writes a new file there adds it here. The folder may hold files of others: --data can name any.
 */
const names: Readonly<Record<DataKind, readonly RegExp[]>> = {
  database: [new RegExp(`^sendwell\\.${database}$`)],
  aside: [
    new RegExp(`^sendwell\\.damaged-[\\dTZ-]+\\.${database}$`),
    asideName,
    /^passwords\.json\.unreadable(-\d+)?$/,
    /^export-[0-9a-f]+\.part(-wal|-shm|-journal)?$/,
  ],
  logs: [/^logs$/],
  settings: [/^(settings|passwords|window)\.json(\.new)?$/, /^redaction\.key$/],
  // Chromium's: caches, and what it keeps beside them.
  window: [/^window$/, /^(Crashpad|Crash Reports|Dictionaries|blob_storage)$/],
};

/** `--sample` keeps its files in a folder of their own below. */
const sampleFolder = 'sample';

export interface DataFile {
  readonly kind: DataKind;
  readonly path: string;
}

/** What of ours lies in the data folder; empty where it is not there. */
export function dataFiles(folder: string): DataFile[] {
  return [folder, join(folder, sampleFolder)].flatMap((place) =>
    list(place).flatMap((name) => {
      const kind = dataKinds.find((each) => names[each].some((form) => form.test(name)));
      return kind === undefined ? [] : [{ kind, path: join(place, name) }];
    }),
  );
}

/** Bytes of each kind. */
export function dataBytes(folder: string): Record<DataKind, number> {
  const bytes = { database: 0, aside: 0, logs: 0, settings: 0, window: 0 };
  for (const { kind, path } of dataFiles(folder)) bytes[kind] += sizeOf(path);
  return bytes;
}

/**
 * Deletes what of ours lies in the folder, one file after the other: what cannot be deleted does not keep the rest.
 * @returns the paths that are still there
 */
export function deleteData(folder: string, kinds: readonly DataKind[] = dataKinds): string[] {
  const wanted = dataFiles(folder).filter(({ kind }) => kinds.includes(kind));
  const left = wanted.filter(({ path }) => !isDeleted(path)).map(({ path }) => path);
  // Only where nothing is left in it.
  if (list(join(folder, sampleFolder)).length === 0) isDeleted(join(folder, sampleFolder));
  return left;
}

function isDeleted(path: string): boolean {
  try {
    // A link is removed, not what it points to.
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Links are not followed: they may lead anywhere, also back. A file that goes meanwhile has no size. */
function sizeOf(path: string): number {
  try {
    const stat = lstatSync(path);
    if (!stat.isDirectory()) return stat.size;
    return list(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  } catch {
    return 0;
  }
}
