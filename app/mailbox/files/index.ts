import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Chunks } from './chunks.ts';
import { fileProblem } from './file-problem.ts';
import type { FileItem } from './item.ts';
import { readStream } from './read-file.ts';
import { type FileFormat, formatByName } from './sniff.ts';
import { walkFolder } from './walk.ts';

export type { FileItem } from './item.ts';

/**
 * Reads .eml, mbox, Maildir, folders of these, logs and standard input ('-'), in the order given; below a
 * folder by name. Nothing is held but one message or line at a time. What is not there or cannot be read
 * becomes an item of its own and the rest goes on.
 */
export async function* readPaths(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): AsyncIterable<FileItem> {
  for (const path of paths) {
    yield* path === '-'
      ? guarded('-', readStream('-', bytesOf(stdin), null, 'message'))
      : guarded(path, readPath(path));
  }
}

async function* readPath(path: string): AsyncIterable<FileItem> {
  if ((await stat(path)).isDirectory()) yield* readFolder(path);
  else yield* readFile(path, path, formatByName(path), 'message');
}

async function* readFolder(path: string): AsyncIterable<FileItem> {
  for await (const found of walkFolder({ path: Buffer.from(path), source: path })) {
    if (found.kind === 'problem') {
      yield found;
      continue;
    }
    const format = found.maildir ? 'eml' : formatByName(found.source);
    yield* guarded(found.source, readFile(found.path, found.source, format, 'skip'));
  }
}

const readFile = (
  path: string | Buffer,
  source: string,
  format: FileFormat | null,
  whenUnknown: 'skip' | 'message',
): AsyncIterable<FileItem> =>
  readStream(source, bytesOf(createReadStream(path)), format, whenUnknown);

/** Turns a system error, whenever it comes, into an item. Lines of a log end early and the problem follows. */
async function* guarded(source: string, items: AsyncIterable<FileItem>): AsyncIterable<FileItem> {
  const problems: FileItem[] = [];
  const note = (error: unknown): void => {
    problems.push({ kind: 'problem', source, problem: fileProblem(source, error) });
  };
  try {
    for await (const item of items) {
      yield item.kind === 'log' ? { ...item, lines: guardedLines(item.lines, note) } : item;
    }
  } catch (error) {
    note(error);
  }
  yield* problems;
}

async function* guardedLines(
  lines: AsyncIterable<string>,
  note: (error: unknown) => void,
): AsyncIterable<string> {
  try {
    yield* lines;
  } catch (error) {
    note(error);
  }
}

async function* bytesOf(chunks: AsyncIterable<unknown>): Chunks {
  for await (const chunk of chunks) {
    if (chunk instanceof Uint8Array) yield chunk;
    else if (typeof chunk === 'string') yield Buffer.from(chunk);
  }
}
