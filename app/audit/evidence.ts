import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readNotice, type Notice } from '../bounce/index.ts';
import type { Audited } from '../report/audit/document.ts';
import { ZipFile } from '../zip-file.ts';

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
