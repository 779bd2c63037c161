import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEntry, type AuditEntry } from '../report/audit/document.ts';
import { readLines } from './read-lines.ts';

export const logName = 'accounts.ndjson';

/** Where an account's line stands, and the little that a resumed audit must know of it. */
export interface Logged {
  readonly offset: number;
  readonly length: number;
  readonly problem: string | null;
  readonly triedAt: string | null;
}

/**
 * accounts.ndjson: what was done, one account a line, and at once the audit's memory. A line is added when its
 * account is done; of two lines for one account the later counts; a line that was cut off by a crash counts
 * for nothing. Only positions are held, so that memory does not grow with what the lines hold.
 */
export class AccountLog {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #known = new Map<string, Logged>();
  #end: number;
  /** Lines are written one after the other, whoever asks. */
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, file: FileHandle, end: number) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
  }

  /** Opens the log of a folder or begins one. Throws what the file system throws. */
  static async open(folder: string): Promise<AccountLog> {
    const path = join(folder, logName);
    const file = await open(path, 'a+', 0o600);
    const log = new AccountLog(path, file, (await file.stat()).size);
    for await (const { line, offset, length, whole } of readLines(createReadStream(path))) {
      // A crash left half a line: it is cut off, so that the next one begins on a line of its own.
      if (!whole) await file.truncate((log.#end = offset));
      else log.#note(line, offset, length);
    }
    return log;
  }

  get(account: string): Logged | undefined {
    return this.#known.get(account);
  }

  accounts(): string[] {
    return [...this.#known.keys()].sort(byAddress);
  }

  add(line: string): Promise<void> {
    const written = this.#writing.then(async () => {
      const bytes = Buffer.from(`${line}\n`);
      try {
        await this.#file.appendFile(bytes);
      } catch (error) {
        // A full disk took a part of it: the next line must not hang on that.
        await this.#file.truncate(this.#end);
        throw error;
      }
      this.#note(line, this.#end, bytes.length);
      this.#end += bytes.length;
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** The line of an account as it was written. */
  async line(account: string): Promise<string | null> {
    const logged = this.#known.get(account);
    if (!logged) return null;
    const buffer = Buffer.alloc(logged.length);
    await this.#file.read(buffer, 0, logged.length, logged.offset);
    return buffer.toString('utf8').trimEnd();
  }

  async entry(account: string): Promise<AuditEntry | null> {
    const line = await this.line(account);
    return line === null ? null : parseEntry(line);
  }

  /** Every account's last line, in order of address. */
  async *lines(): AsyncIterable<string> {
    for (const account of this.accounts()) {
      const line = await this.line(account);
      if (line !== null) yield line;
    }
  }

  async *entries(): AsyncIterable<AuditEntry> {
    for await (const line of this.lines()) {
      const entry = parseEntry(line);
      if (entry) yield entry;
    }
  }

  /** Rewrites the file: one line an account, in order. The old file stays until the new one is whole. */
  async compact(): Promise<AccountLog> {
    await this.#writing;
    const fresh = `${this.#path}.new`;
    try {
      const file = await open(fresh, 'w', 0o600);
      try {
        for await (const line of this.lines()) await file.appendFile(`${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.close();
      await rename(fresh, this.#path);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
    return AccountLog.open(join(this.#path, '..'));
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  #note(line: string, offset: number, length: number): void {
    const entry = parseEntry(line);
    if (!entry) return;
    this.#known.set(entry.account, {
      offset,
      length,
      problem: entry.problem?.code ?? null,
      triedAt: 'state' in entry ? entry.scannedAt : entry.triedAt,
    });
  }
}

/** By code unit, domain first: the same everywhere, whatever the machine's language. */
export function byAddress(a: string, b: string): number {
  const key = (address: string): string => {
    const at = address.lastIndexOf('@');
    return `${address.slice(at + 1)}\0${address.slice(0, Math.max(0, at))}`;
  };
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
