import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';

/** Zip has no "unknown": the first moment it can express, so that the same content gives the same bytes. */
const noTime = new Date(1980, 0, 1);

/** A zip on disk, written as it grows. Of at most 4 GB: fflate knows no Zip64. */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #hash = createHash('sha256');
  #pending: Uint8Array[] = [];
  #size = 0;
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#pending.push(chunk);
  });

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, 'w', 0o600));
  }

  async add(name: string, content: Uint8Array): Promise<void> {
    const entry = this.#entry(name);
    entry.push(content, true);
    await this.#flush();
  }

  /** For what does not fit into memory; others have their turn after each piece. */
  async addPieces(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const entry = this.#entry(name);
    for await (const piece of pieces) {
      entry.push(piece);
      await this.#flush();
    }
    entry.push(new Uint8Array(), true);
    await this.#flush();
  }

  async finish(): Promise<{ sha256: string; size: number }> {
    this.#zip.end();
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return { sha256: this.#hash.digest('hex'), size: this.#size };
  }

  async abandon(): Promise<void> {
    this.#zip.terminate();
    await this.#file.close().catch(() => undefined);
  }

  #entry(name: string): ZipDeflate {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = noTime;
    this.#zip.add(entry);
    return entry;
  }

  async #flush(): Promise<void> {
    const chunks = this.#pending;
    this.#pending = [];
    for (const chunk of chunks) {
      this.#hash.update(chunk);
      this.#size += chunk.length;
      await this.#file.appendFile(chunk);
    }
  }
}
