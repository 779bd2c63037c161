import { ok, type Result } from '../../result.ts';
import type { SweptMessage } from '../mailbox.ts';
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
  uids: readonly number[],
  fields: readonly string[],
): Promise<Result<readonly SweptMessage[]>> {
  const items = [atom('UID'), atom('INTERNALDATE'), atom('RFC822.SIZE'), headerFields(fields)];
  const swept: SweptMessage[] = [];
  for (const chunk of toChunks(uids)) {
    const rows = new Rows(chunk, swept);
    const answer = await session.run('UID FETCH', [uidSet(chunk.set), items], {
      FETCH: (untagged) => rows.add(untagged),
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
    rows.finish();
  }
  return ok(swept);
}

/** The first `maxBytes` of a message; null when it is gone. */
export async function fetchMessage(
  session: Session,
  path: string,
  uid: number,
  maxBytes: number,
): Promise<Result<Uint8Array | null>> {
  const limit = Math.min(Math.max(1, Math.floor(maxBytes)), maxMessageBytes);
  const body: Token = { type: 'ATOM', value: 'BODY.PEEK', section: [], partial: [0, limit] };
  let message: Uint8Array | null = null;
  const answer = await session.run('UID FETCH', [uidSet(String(uid)), [atom('UID'), body]], {
    FETCH: (untagged) => {
      const row = readRow(untagged, limit);
      if (row.uid === uid) message ??= row.message;
    },
  });
  if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
  return ok(message);
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
  readonly #into: SweptMessage[];

  constructor(chunk: UidChunk, into: SweptMessage[]) {
    this.#waiting = new Set(chunk.uids);
    this.#into = into;
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
    this.#into.push({ uid, receivedAt, size, headers });
  }
}

function fillGaps(row: Row, before: Row): void {
  row.receivedAt ??= before.receivedAt;
  row.size ??= before.size;
  row.headers ??= before.headers;
}
