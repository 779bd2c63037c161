import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Opens a file for writing; a test puts in a disk that is full. */
export type OpenFile = (path: string) => Promise<Pick<FileHandle, 'appendFile' | 'sync' | 'close'>>;

const openFile: OpenFile = (path) => open(path, 'w', 0o600);

/** Small pieces are gathered: a write for every table row would cost more than making it. */
const pieceSize = 256 * 1024;

/**
 * Files that appear together: each is written beside its place, and only when all are whole does any take it.
 * A full disk, a crash or an interruption leaves the old ones as they were.
 */
export class StagedFiles {
  readonly #folder: string;
  readonly #open: OpenFile;
  readonly #names: string[] = [];

  constructor(folder: string, open: OpenFile = openFile) {
    this.#folder = folder;
    this.#open = open;
  }

  /** Where a file is until it takes its place. */
  stagedPath(name: string): string {
    // The ending stays: Chromium tells a page by it.
    return join(this.#folder, `.new-${name}`);
  }

  async write(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    this.#names.push(name);
    const file = await this.#open(this.stagedPath(name));
    try {
      let held = '';
      for await (const piece of pieces) {
        held += piece;
        if (held.length < pieceSize) continue;
        await file.appendFile(held);
        held = '';
      }
      await file.appendFile(held);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** A file that somebody else writes to its staged path. */
  async expect(name: string, written: (path: string) => Promise<boolean>): Promise<boolean> {
    const done = await written(this.stagedPath(name));
    if (done) this.#names.push(name);
    else await rm(this.stagedPath(name), { force: true });
    return done;
  }

  async commit(): Promise<void> {
    for (const name of this.#names) await rename(this.stagedPath(name), join(this.#folder, name));
    this.#names.length = 0;
  }

  async abandon(): Promise<void> {
    for (const name of this.#names) await rm(this.stagedPath(name), { force: true });
    this.#names.length = 0;
  }
}
