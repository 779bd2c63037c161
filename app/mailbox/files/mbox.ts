import { ByteBuffer } from './byte-buffer.ts';
import { maxLineBytes, maxMessageBytes } from './limits.ts';

export interface MboxMessage {
  /** From 1. */
  readonly number: number;
  readonly raw: Uint8Array;
  readonly truncated: boolean;
}

const lf = 0x0a;
const cr = 0x0d;
const quote = 0x3e;

/**
 * Splits an mbox (RFC 4155, and the older habits) that comes in pieces of any size; only one message is
 * held at a time. A separator is a line "From …" with a time and a year, at the beginning or after an
 * empty line; that empty line belongs to the mbox, not to the message. One '>' is taken from every
 * ">From " and ">>From " (mboxrd), which reads mboxo as well. Line ends stay as they are.
 */
export class MboxSplitter {
  readonly #message: ByteBuffer;
  /** The beginning of a line whose end has not come yet. */
  readonly #line = new ByteBuffer(maxLineBytes);
  #found: MboxMessage[] = [];
  #count = 0;
  #started = false;
  /** An empty line that may turn out to be the mbox's own. */
  #emptyLine: Uint8Array | null = null;
  /** Inside a very long line, whose beginning was read already. */
  #insideLine = false;

  constructor(maxBytes = maxMessageBytes) {
    this.#message = new ByteBuffer(maxBytes);
  }

  push(chunk: Uint8Array): MboxMessage[] {
    let start = 0;
    while (start < chunk.byteLength) {
      const newline = chunk.indexOf(lf, start);
      if (newline < 0) {
        this.#keepUnfinished(chunk.subarray(start));
        break;
      }
      this.#finishLine(chunk.subarray(start, newline + 1));
      start = newline + 1;
    }
    return this.#takeFound();
  }

  end(): MboxMessage[] {
    if (this.#line.length > 0) this.#readLine(this.#line.take().bytes);
    this.#finishMessage();
    return this.#takeFound();
  }

  #keepUnfinished(rest: Uint8Array): void {
    if (this.#insideLine) {
      this.#message.append(rest);
      return;
    }
    const room = maxLineBytes - this.#line.length;
    this.#line.append(rest.subarray(0, room));
    if (rest.byteLength < room) return;
    this.#readLine(this.#line.take().bytes);
    this.#message.append(rest.subarray(room));
    this.#insideLine = true;
  }

  #finishLine(rest: Uint8Array): void {
    if (this.#insideLine) {
      this.#message.append(rest);
      this.#insideLine = false;
    } else if (this.#line.length === 0) {
      this.#readLine(rest);
    } else {
      const room = maxLineBytes - this.#line.length;
      this.#line.append(rest.subarray(0, room));
      this.#readLine(this.#line.take().bytes);
      this.#message.append(rest.subarray(room));
    }
  }

  /** Takes a whole line, or the first part of a very long one; that is neither empty nor a separator. */
  #readLine(line: Uint8Array): void {
    const empty = isEmptyLine(line);
    if (empty && !this.#started) return;
    const mayStart = !this.#started || this.#emptyLine !== null;
    if (mayStart && isSeparator(line, !this.#started)) {
      this.#finishMessage();
      this.#started = true;
      return;
    }
    this.#started = true;
    if (this.#emptyLine !== null) this.#message.append(this.#emptyLine);
    this.#emptyLine = empty ? line.slice() : null;
    if (!empty) this.#message.append(isQuotedFrom(line) ? line.subarray(1) : line);
  }

  #finishMessage(): void {
    this.#emptyLine = null;
    if (!this.#started) return;
    const { bytes, truncated } = this.#message.take();
    this.#count += 1;
    this.#found.push({ number: this.#count, raw: bytes, truncated });
  }

  #takeFound(): MboxMessage[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

const isEmptyLine = (line: Uint8Array): boolean =>
  line.byteLength <= 2 && (line[0] === lf || (line[0] === cr && line[1] === lf));

const startsWithFrom = (line: Uint8Array, at: number): boolean =>
  line[at] === 0x46 &&
  line[at + 1] === 0x72 &&
  line[at + 2] === 0x6f &&
  line[at + 3] === 0x6d &&
  line[at + 4] === 0x20;

/** The first line of all needs no date: nothing else can be meant there. */
function isSeparator(line: Uint8Array, first: boolean): boolean {
  if (!startsWithFrom(line, 0) || line.byteLength > 1000) return false;
  return first || /\d:\d\d.*\b\d{4}\b/.test(Buffer.from(line).toString('latin1'));
}

function isQuotedFrom(line: Uint8Array): boolean {
  if (line[0] !== quote) return false;
  let at = 1;
  while (line[at] === quote && at < 100) at += 1;
  return startsWithFrom(line, at);
}
