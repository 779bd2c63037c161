/** A piece of an IMAP stream: a line with its end, or bytes of a literal (RFC 3501 section 4.3). */
export interface Piece {
  readonly kind: 'line' | 'literal';
  readonly bytes: Buffer;
  /** The line goes on a command or reply whose literal has just ended; always true for a literal. */
  readonly continues: boolean;
}

const literalAtEnd = /\{(\d+)\+?\}\r?\n$/;

/** Cuts a byte stream into lines and literals, however it was cut on its way. */
export class ImapSplitter {
  #rest: Buffer = Buffer.alloc(0);
  #literalLeft = 0;
  #continues = false;

  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = [];
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      if (this.#literalLeft > 0) {
        if (data.length === 0) break;
        const bytes = data.subarray(0, this.#literalLeft);
        this.#literalLeft -= bytes.length;
        data = data.subarray(bytes.length);
        pieces.push({ kind: 'literal', bytes, continues: true });
        continue;
      }
      const end = data.indexOf(10);
      if (end === -1) break;
      const bytes = data.subarray(0, end + 1);
      data = data.subarray(end + 1);
      pieces.push({ kind: 'line', bytes, continues: this.#continues });
      const size = literalSize(bytes);
      this.#continues = size !== null;
      this.#literalLeft = size ?? 0;
    }
    this.#rest = data;
    return pieces;
  }
}

/** The size that a line announces at its end, or null. */
export function literalSize(line: Buffer): number | null {
  if (line.lastIndexOf(125 /* } */) < line.length - 3) return null;
  const found = literalAtEnd.exec(line.subarray(-24).toString('latin1'));
  return found ? Number(found[1]) : null;
}
