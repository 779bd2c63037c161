import { ok, type Result } from '../../result.ts';
import type { SweptMessage } from '../mailbox.ts';
import { enclosesMessage } from './body-structure.ts';
import { readRow, type Row } from './fetch-row.ts';
import { failureOf, type Session } from './session.ts';
import { toChunks, type UidChunk } from './uid-set.ts';
import { atom, uidSet, type Token, type Untagged } from './wire.ts';

/** A few fields take some hundred bytes; a server that sends a novel instead gets this far. */
const maxHeaderBytes = 64 * 1024;
/** Below the connection's limit for a literal (connect.ts), which ends the connection. */
export const maxMessageBytes = 8 * 1024 * 1024;

/** Messages that are gone meanwhile are left out; others than asked for are ignored. */
export async function fetchHeaders(
  session: Session,
  path: string,
  uids: ArrayLike<number>,
  fields: readonly string[],
  take: (message: SweptMessage) => void,
): Promise<Result<null>> {
  const items = [atom('UID'), atom('INTERNALDATE'), atom('RFC822.SIZE'), headerFields(fields)];
  for (const chunk of toChunks(uids)) {
    const rows = new Rows(chunk, take);
    const answer = await session.run('UID FETCH', [uidSet(chunk.set), items], {
      FETCH: (untagged) => rows.add(untagged),
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
    rows.finish();
  }
  return ok(null);
}

/**
 * The first `maxBytes` of each message, in whatever order the server sends them. Those that are gone are left out,
 * and so are others than asked for.
 */
export async function fetchMessages(
  session: Session,
  path: string,
  uids: ArrayLike<number>,
  maxBytes: number,
): Promise<Result<ReadonlyMap<number, Uint8Array>>> {
  const limit = Math.min(Math.max(1, Math.floor(maxBytes)), maxMessageBytes);
  const body: Token = { type: 'ATOM', value: 'BODY.PEEK', section: [], partial: [0, limit] };
  const messages = new Map<number, Uint8Array>();
  for (const chunk of toChunks(uids)) {
    const answer = await session.run('UID FETCH', [uidSet(chunk.set), [atom('UID'), body]], {
      FETCH: (untagged) => {
        const { uid, message } = readRow(untagged, limit);
        if (uid === null || message === null) return;
        if (chunk.uids.has(uid) && !messages.has(uid)) messages.set(uid, message);
      },
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
  }
  return ok(messages);
}

/** Those of the messages whose structure shows an enclosed message or delivery report. */
export async function findEnclosing(
  session: Session,
  path: string,
  uids: ArrayLike<number>,
): Promise<Result<ReadonlySet<number>>> {
  const items = [atom('UID'), atom('BODYSTRUCTURE')];
  const enclosing = new Set<number>();
  for (const chunk of toChunks(uids)) {
    const answer = await session.run('UID FETCH', [uidSet(chunk.set), items], {
      FETCH: (untagged) => {
        const { uid, structure } = readRow(untagged);
        if (uid !== null && chunk.uids.has(uid) && enclosesMessage(structure)) enclosing.add(uid);
      },
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
  }
  return ok(enclosing);
}

function headerFields(fields: readonly string[]): Token {
  for (const field of fields)
    if (!/^[!-9;-~]+$/.test(field)) throw new Error(`not the name of a header field: ${field}`);
  const section = [atom('HEADER.FIELDS'), fields.map((field) => atom(field))];
  return { type: 'ATOM', value: 'BODY.PEEK', section };
}

/** The rows of one command. Nearly all come whole; a server may also send a message's items in several rows. */
class Rows {
  readonly #waiting: Set<number>;
  readonly #parts = new Map<number, Row>();
  readonly #give: (message: SweptMessage) => void;

  constructor(chunk: UidChunk, give: (message: SweptMessage) => void) {
    this.#waiting = new Set(chunk.uids);
    this.#give = give;
  }

  add(untagged: Untagged): void {
    const row = readRow(untagged, maxHeaderBytes);
    // Not asked for, or here already.
    if (row.uid === null || !this.#waiting.has(row.uid)) return;
    const before = this.#parts.get(row.uid);
    if (before) fillGaps(row, before);
    if (row.headers !== null && row.size !== null && row.receivedAt !== null) {
      this.#take(row.uid, row.receivedAt, row.size, row.headers);
    } else {
      this.#parts.set(row.uid, row);
    }
  }

  /** What stayed without a readable date counts as new, whatever its size: rather one too many than one unseen. */
  finish(): void {
    for (const [uid, { receivedAt, size, headers }] of this.#parts)
      if (headers !== null)
        this.#take(uid, receivedAt ?? new Date(), size ?? headers.length, headers);
  }

  #take(uid: number, receivedAt: Date, size: number, headers: Uint8Array): void {
    this.#waiting.delete(uid);
    this.#parts.delete(uid);
    this.#give({ uid, receivedAt, size, headers });
  }
}

function fillGaps(row: Row, before: Row): void {
  row.receivedAt ??= before.receivedAt;
  row.size ??= before.size;
  row.headers ??= before.headers;
}
