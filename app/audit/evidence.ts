import { createHash } from 'node:crypto';
import { open, mkdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { readNotice, type Notice } from '../bounce/index.ts';
import type { Audited } from '../report/audit/document.ts';

/** A raw notice that may stand as evidence, and where it comes from. */
export interface Candidate {
  /** "INBOX 4711" or a mail file's path: for the manifest only, never a path of ours. */
  readonly source: string;
  readonly notice: Notice;
  /** The message as the server has it; null when it is gone. Bounded by whoever reads it. */
  readonly raw: () => Promise<Uint8Array | null>;
}

/** Of a deluge this many raw notices are kept; the manifest says how many there were. */
export const mostNotices = 500;
/** For one account. Stops a mailbox of crafted notices from filling the disk. */
const mostBytes = 64 * 1024 * 1024;
/** Of one notice: above what a mail server writes, below what a mailbox of crafted mail could ask of the disk. */
export const mostNoticeBytes = 2 * 1024 * 1024;

/** Zip has no "unknown": the first moment it can express, so that the same evidence gives the same bytes. */
const noTime = new Date(1980, 0, 1);

interface ManifestRow {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly source: string;
  readonly bouncedAt: string | null;
}

/**
 * Writes the raw notices to a zip, one .eml each, with a manifest of their SHA-256 hashes in the form that
 * `sha256sum -c` reads. What is no longer the notice that was judged is left out and said so.
 * @param reportedAs the name in the report, below its folder
 * @returns null when there was nothing to keep
 */
export async function writeEvidence(
  path: string,
  reportedAs: string,
  candidates: Iterable<Candidate> | AsyncIterable<Candidate>,
): Promise<Audited['evidence']> {
  const fresh = `${path}.new`;
  let out: ZipFile | null = null;
  try {
    const rows: ManifestRow[] = [];
    const left: string[] = [];
    const hashes = new Set<string>();
    let bytes = 0;
    let of = 0;
    for await (const { source, notice, raw } of candidates) {
      if (out === null) {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        out = await ZipFile.create(fresh);
      }
      const found = rows.length < mostNotices && bytes < mostBytes ? await raw() : null;
      const sha256 = found === null ? '' : createHash('sha256').update(found).digest('hex');
      // The same message in two folders is one piece of evidence.
      if (hashes.has(sha256)) continue;
      of += 1;
      if (found === null || !isSame(notice, found)) {
        left.push(source);
        continue;
      }
      hashes.add(sha256);
      bytes += found.length;
      const name = `${String(rows.length + 1).padStart(4, '0')}.eml`;
      rows.push({ name, sha256, bytes: found.length, source, bouncedAt: notice.bouncedAt });
      await out.add(name, found);
    }
    if (out === null) return null;
    await out.add('SHA256SUMS', utf8(rows.map((row) => `${row.sha256}  ${row.name}\n`).join('')));
    const manifest = { notices: rows, notKept: left };
    await out.add('manifest.json', utf8(`${JSON.stringify(manifest, null, 2)}\n`));
    const { sha256, size } = await out.finish();
    await rename(fresh, path);
    return { file: reportedAs, sha256, bytes: size, notices: rows.length, of };
  } catch (error) {
    await out?.abandon();
    await rm(fresh, { force: true });
    throw error;
  }
}

/** UIDs can be given anew when a folder is remade: what is kept must say what was judged. */
function isSame(judged: Notice, raw: Uint8Array): boolean {
  const read = readNotice(raw);
  return (
    read.bouncedAt === judged.bouncedAt &&
    read.failures.length === judged.failures.length &&
    read.failures[0]?.diagnostic === judged.failures[0]?.diagnostic
  );
}

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A zip on disk, written as it grows. */
class ZipFile {
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
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = noTime;
    this.#zip.add(entry);
    entry.push(content, true);
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

/**
 * A file name from an account, which a person or a folder name chose: letters, digits and @ . _ - only, and a
 * hash where that changed it, so that two accounts never share a file.
 */
export function evidenceName(account: string): string {
  const safe = account.replace(/[^a-z0-9@._-]/gi, '_').slice(0, 120);
  const plain = safe === account && !account.startsWith('.');
  const hash = createHash('sha256').update(account).digest('hex').slice(0, 8);
  return plain ? `${safe}.zip` : `${safe.replace(/^\.+/, '_')}-${hash}.zip`;
}
