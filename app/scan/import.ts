import { createHash } from 'node:crypto';
import {
  createLogReader,
  headerField,
  messageId,
  parseDate,
  readNotice,
  type LoggedNotice,
  type Notice,
} from '../bounce/index.ts';
import type { FileItem } from '../mailbox/files/index.ts';
import type { Problem } from '../result.ts';
import type { Store } from '../store/store.ts';
import { believableTime } from './believable-time.ts';

/** What an import found. Counts are of this import alone. */
export interface ImportOutcome {
  /** Messages, and lines of logs that hold a rejection. */
  readonly messages: number;
  readonly bounces: number;
  /** Notices that are new to the account's history. */
  readonly added: number;
  readonly alreadyKnown: number;
  /** Throttled recipients of what was added. */
  readonly throttled: number;
  /** Rejections without a time that can be believed: they are in no episode, so they are not added. */
  readonly undated: number;
  /** Rejections of mail that the log says another account sent. */
  readonly foreign: number;
  /** Files as named that something was read from. */
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
  readonly cancelled: boolean;
}

export interface ImportRequest {
  readonly store: Store;
  readonly accountId: number;
  /** The account's address; null takes every sender, as for files that belong to no account. */
  readonly address: string | null;
  readonly items: AsyncIterable<FileItem>;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Minutes east of UTC for a local time given as if it were UTC: logs leave out the zone. */
  readonly offsetOfLocal: (local: number) => number;
  /** Told every notice in the order of the files, also those that are known. */
  readonly onNotice?: (source: string, notice: Notice) => void | Promise<void>;
}

/** A file that is one long list of bad files would otherwise be a list without end. */
const mostProblems = 100;
/** Notices in one transaction: a long import lets others read, and loses little when it is cut. */
const batch = 200;
/** As much as a scan fetches of a candidate: the same message has the same key either way. */
const keyBytes = 256 * 1024;
/** As far as the clock of the machine that wrote a file may be ahead of ours. */
const ahead = 10 * 60_000;

interface Found {
  readonly file: string;
  readonly place: string | null;
  readonly key: string;
  readonly at: number;
  readonly ours: boolean;
  readonly notice: Notice;
  readonly queueId?: string | null;
}

/**
 * Reads mail files and logs into an account's history through the reader of `explain`. A message is known by its
 * Message-ID or its bytes, a log line by its time, its words and how many lines before it said the same: importing a
 * file twice, one that has grown, or a notice that also lies in the mailbox, adds nothing twice.
 */
export async function importFiles(request: ImportRequest): Promise<ImportOutcome> {
  const { signal, items } = request;
  const counts = { messages: 0, bounces: 0, undated: 0, foreign: 0 };
  const problems: Problem[] = [];
  const files = new Map<string, { importId: number | null; messages: number }>();
  const writer = new Writer(request, files);
  const took = (file: string): void => {
    const known = files.get(file) ?? { importId: null, messages: 0 };
    files.set(file, { ...known, messages: known.messages + 1 });
    counts.messages += 1;
  };
  for await (const item of items) {
    if (signal.aborted) break;
    switch (item.kind) {
      case 'problem':
        if (problems.length < mostProblems) problems.push(item.problem);
        break;
      case 'message': {
        const [file, place] = splitSource(item.source);
        took(file);
        const notice = readNotice(item.raw);
        await request.onNotice?.(item.source, notice);
        if (!notice.isBounce) break;
        counts.bounces += 1;
        const at = timeOf(item.raw, notice, request.now.getTime());
        if (at === null) counts.undated += 1;
        else
          writer.add({
            ...{ file, place, at, notice },
            key: messageId(item.raw) ?? `sha256:${hash(item.raw.subarray(0, keyBytes))}`,
            ours:
              !notice.forwarded ||
              request.address === null ||
              notice.original.from === request.address,
          });
        break;
      }
      case 'log':
        await readLogInto(item, request, ({ notice: found, line, queueId }) => {
          const [file, place] = [item.source, String(line)];
          took(file);
          counts.bounces += 1;
          const { from } = found.original;
          const at = found.bouncedAt === null ? null : Date.parse(found.bouncedAt);
          if (request.address !== null && from !== null && from !== request.address)
            counts.foreign += 1;
          else if (at === null || at > request.now.getTime() + ahead) counts.undated += 1;
          else
            writer.add({
              ...{ file, place, at, queueId },
              notice: found,
              key: writer.lineKey(file, found),
              ours: true,
            });
        });
        break;
    }
  }
  writer.flush();
  return {
    ...counts,
    ...writer.counts,
    sources: [...files.keys()],
    problems,
    cancelled: signal.aborted,
  };
}

async function readLogInto(
  { source, lines }: Extract<FileItem, { kind: 'log' }>,
  { now, offsetOfLocal, signal, onNotice }: ImportRequest,
  take: (found: LoggedNotice) => void,
): Promise<void> {
  const reader = createLogReader({ now, offsetAt: offsetOfLocal });
  const tell = async (found: LoggedNotice): Promise<void> => {
    await onNotice?.(`${source}:${found.line}`, found.notice);
    take(found);
  };
  let number = 0;
  for await (const line of lines) {
    if (signal.aborted) return;
    for (const found of reader.push(line)) await tell(found);
    number += 1;
    // A file's chunks come at once: without a pause a long log would hold up the window.
    if (number % 5000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const found of reader.end()) await tell(found);
}

/** Collects notices and stores them in batches, each with its file. */
class Writer {
  readonly counts = { added: 0, alreadyKnown: 0, throttled: 0 };
  readonly #waiting: Found[] = [];
  readonly #same = new Map<string, number>();
  readonly #folderId: number;

  constructor(
    readonly request: ImportRequest,
    readonly files: Map<string, { importId: number | null; messages: number }>,
  ) {
    const { store, accountId } = request;
    // Notices that lie in no folder of the mailbox still need a row to stand under.
    this.#folderId = store.folders.open({
      ...{ accountId, path: importFolder, uidValidity: 0, role: 'other', messages: 0 },
    });
  }

  add(found: Found): void {
    this.#waiting.push(found);
    if (this.#waiting.length >= batch) this.flush();
  }

  /** Time, words and recipients of a line, and which one of those that say the same in this file it is. */
  lineKey(file: string, notice: Notice): string {
    const said = hash(JSON.stringify([notice.bouncedAt, notice.failures]));
    const place = `${file}\0${said}`;
    const before = this.#same.get(place) ?? 0;
    this.#same.set(place, before + 1);
    return `log:${said}:${before}`;
  }

  flush(): void {
    const { store, accountId, now } = this.request;
    const found = this.#waiting.splice(0);
    store.transaction(() => {
      for (const { file, place, key, at, ours, notice, queueId = null } of found) {
        const known = this.files.get(file) ?? { importId: null, messages: 0 };
        const importId = known.importId ?? store.imports.open(accountId, file, now.getTime());
        this.files.set(file, { ...known, importId });
        const isNew = store.notices.add({
          ...{ accountId, folderId: this.#folderId, uid: 0, messageKey: key },
          ...{ receivedAt: at, at, ours, notice, queueId },
          imported: { id: importId, place },
        });
        this.counts[isNew ? 'added' : 'alreadyKnown'] += 1;
        if (isNew && ours) this.counts.throttled += notice.failures.filter(isThrottled).length;
      }
      for (const [file, { importId, messages }] of this.files) {
        const id = importId ?? store.imports.open(accountId, file, now.getTime());
        this.files.set(file, { importId: id, messages });
        store.imports.setMessages(id, messages);
      }
    });
  }
}

/** No folder of a mailbox has this name: it begins with a character that IMAP forbids. */
export const importFolder = '\u0001import';

const isThrottled = ({ category, confidence }: Notice['failures'][number]): boolean =>
  category === 'throttle' && confidence === 'certain';

const hash = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex');

/** An mbox's message is named FILE:N. */
function splitSource(source: string): [file: string, place: string | null] {
  const found = /^(.+):(\d+)$/s.exec(source);
  return found?.[1] && found[2] ? [found[1], found[2]] : [source, null];
}

/**
 * When a notice in a file was written. The last server's Received line stands for the arrival that a mailbox would
 * know; without one the Date stands alone and must not lie in the future. Null: nothing says when.
 */
function timeOf(raw: Uint8Array, notice: Notice, now: number): number | null {
  const received = headerField(raw, 'received');
  const stamp = received === null ? null : parseDate(received.slice(received.lastIndexOf(';') + 1));
  const arrived = stamp && stamp.epochMs <= now + ahead ? stamp.epochMs : null;
  const written = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
  const answersAt = notice.original.sentAt === null ? null : Date.parse(notice.original.sentAt);
  if (arrived !== null) return believableTime(written, arrived, answersAt);
  return written !== null && written <= now + ahead ? written : null;
}
