import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { failed, type Problem } from '../../result.ts';
import { fileProblem } from './file-problem.ts';
import { maxDepth, maxEntries } from './limits.ts';

/** A regular file below a folder, or why a place could not be looked at. */
export type Found =
  | {
      readonly kind: 'file';
      /** As bytes: names in archives from Chinese Windows are GBK, not UTF-8. */
      readonly path: Buffer;
      readonly source: string;
      /** Lies in cur or new of a Maildir: a message, whatever its name. */
      readonly maildir: boolean;
    }
  | { readonly kind: 'problem'; readonly source: string; readonly problem: Problem };

interface Place {
  readonly path: Buffer;
  readonly source: string;
}

/**
 * Every regular file below a folder, by name. Symbolic links are passed over: they could lead out of the
 * folder or back into it. So are hidden files, and in a Maildir everything but its messages and subfolders.
 */
export async function* walkFolder(folder: Place): AsyncIterable<Found> {
  yield* walk(folder, 0, { left: maxEntries });
}

async function* walk(
  folder: Place,
  depth: number,
  entries: { left: number },
): AsyncIterable<Found> {
  let names: Buffer[];
  try {
    names = (await readdir(folder.path, 'buffer')).sort((a, b) => Buffer.compare(a, b));
  } catch (error) {
    yield { kind: 'problem', source: folder.source, problem: fileProblem(folder.source, error) };
    return;
  }
  const maildir = isMaildir(names);
  for (const name of names) {
    if (entries.left === 0) return;
    entries.left -= 1;
    if (entries.left === 0) yield tooMuch(folder, `more than ${maxEntries} entries`);
    const place = below(folder, name);
    const text = name.toString('latin1');
    const status = await statusOf(place.path);
    if (status?.isDirectory() === true) {
      if (!worthEntering(text, maildir)) continue;
      if (depth >= maxDepth) yield tooMuch(place, `more than ${maxDepth} folders deep`);
      else if (maildir && isMessageFolder(text)) yield* messages(place, entries);
      else yield* walk(place, depth + 1, entries);
    } else if (status?.isFile() === true && !maildir && !text.startsWith('.')) {
      yield { kind: 'file', ...place, maildir: false };
    }
  }
}

async function* messages(folder: Place, entries: { left: number }): AsyncIterable<Found> {
  for await (const found of walk(folder, maxDepth, entries)) {
    yield found.kind === 'file' ? { ...found, maildir: true } : found;
  }
}

const isMessageFolder = (name: string): boolean => name === 'cur' || name === 'new';

const isMaildir = (names: readonly Buffer[]): boolean => {
  const texts = new Set(names.map((name) => name.toString('latin1')));
  return texts.has('cur') && texts.has('new');
};

/** A Maildir's subfolders start with a dot (Maildir++); elsewhere that means hidden. */
const worthEntering = (name: string, maildir: boolean): boolean =>
  maildir ? name !== 'tmp' : !name.startsWith('.');

async function statusOf(path: Buffer): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch {
    // It went away since the folder was listed.
    return null;
  }
}

const tooMuch = ({ source }: Place, detail: string): Found => ({
  kind: 'problem',
  source,
  problem: failed('file-unreadable', source, detail).problem,
});

function below(folder: Place, name: Buffer): Place {
  const slash = folder.source.endsWith('/') ? '' : '/';
  return {
    path: Buffer.concat([folder.path, Buffer.from('/'), name]),
    source: `${folder.source}${slash}${readableName(name)}`,
  };
}

function readableName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}
