import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { encodeFolderName } from './folder-name.ts';

export interface Mail {
  /** The whole message, header and body. */
  readonly raw: string | Uint8Array;
  /** Becomes INTERNALDATE; now when absent. */
  readonly date?: Date;
  /** The message so many times, as hard links that share its bytes and date: a million take half a minute. */
  readonly copies?: number;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * A Maildir++ tree as Dovecot reads it, written directly: 5,000 messages take less than a second, IMAP APPEND
 * would take minutes. INTERNALDATE is the file's mtime; the name carries both sizes, so that nobody must stat.
 */
export class Maildir {
  readonly path: string;
  readonly #owner: Owner | null;
  #count = 0;

  constructor(path: string, owner: Owner | null) {
    this.path = path;
    this.#owner = owner;
    this.#makeFolder(path);
  }

  /** `uidValidity` is fixed when the folder is made; Alibaba shows 2 everywhere. */
  addFolder(name: string, uidValidity = 2): string {
    const path = this.#folderPath(name);
    if (!existsSync(join(path, 'cur'))) this.#makeFolder(path);
    const uids = join(path, 'dovecot-uidlist');
    if (!existsSync(uids)) {
      writeFileSync(uids, `3 V${uidValidity} N1 G${randomBytes(16).toString('hex')}\n`);
      this.#own(uids);
    }
    return path;
  }

  deliver(folder: string, mails: Iterable<Mail>): void {
    const path = join(this.addFolder(folder), 'cur');
    for (const mail of mails) {
      const raw = typeof mail.raw === 'string' ? Buffer.from(mail.raw) : mail.raw;
      const date = mail.date ?? new Date();
      const seconds = Math.floor(date.getTime() / 1000);
      const sizes = `S=${raw.length},W=${sizeWithCrlf(raw)}`;
      const file = join(path, this.#newName(seconds, sizes));
      writeFileSync(file, raw);
      utimesSync(file, seconds, seconds);
      this.#own(file);
      for (let copy = 1; copy < (mail.copies ?? 1); copy += 1)
        linkSync(file, join(path, this.#newName(seconds, sizes)));
    }
  }

  /** Dovecot numbers new messages in the order of their names: the count keeps the order of delivery within a second. */
  #newName(seconds: number, sizes: string): string {
    this.#count += 1;
    return `${seconds}.M${String(this.#count).padStart(7, '0')}P${process.pid}.test,${sizes}:2,`;
  }

  /** All messages, as paths below the Maildir; the name ends in the flags (`:2,S` is \\Seen). */
  files(): string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|\/)(cur|new|tmp)\/[^/]+$/.test(name))
      .sort();
  }

  #folderPath(name: string): string {
    if (name.toUpperCase() === 'INBOX') return this.path;
    if (name.includes('.')) throw new Error('Maildir++ takes no dot in a folder name');
    return join(this.path, `.${encodeFolderName(name).replaceAll('/', '.')}`);
  }

  #makeFolder(path: string): void {
    mkdirSync(path, { recursive: true });
    this.#own(path);
    for (const part of ['cur', 'new', 'tmp']) {
      mkdirSync(join(path, part), { recursive: true });
      this.#own(join(path, part));
    }
  }

  #own(path: string): void {
    if (this.#owner) chownSync(path, this.#owner.uid, this.#owner.gid);
  }
}

/**
 * Watches a Maildir that a mail server delivers into. Names do not sort by arrival within a second, so what was
 * seen first stays first.
 */
export function watchMaildir(path: string): () => Buffer[] {
  const seen = new Map<string, Buffer>();
  return () => {
    const folder = join(path, 'new');
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const name of names) if (!seen.has(name)) seen.set(name, readFileSync(join(folder, name)));
    return [...seen.values()];
  };
}

/** RFC822.SIZE counts every line end as CRLF. */
function sizeWithCrlf(raw: Uint8Array): number {
  let size = raw.length;
  for (let at = raw.indexOf(10); at !== -1; at = raw.indexOf(10, at + 1))
    if (raw[at - 1] !== 13) size += 1;
  return size;
}
