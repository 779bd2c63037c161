import { literalSize, type Piece } from './imap-stream.ts';
import type { CommandFault } from './proxy-faults.ts';

/** An answer under way, piece by piece, as a server would give it that has these faults. */
export class FaultyAnswer {
  readonly #faults: readonly CommandFault[];
  #rows = 0;
  /** Whole rows that are held back to come in another order. */
  readonly #held: Buffer[] = [];

  constructor(faults: readonly CommandFault[]) {
    this.#faults = faults;
  }

  get untouched(): boolean {
    return this.#faults.length === 0;
  }

  /** What the client gets for a piece of the untagged part. */
  piece(piece: Piece): Buffer {
    const bytes = this.#change(piece);
    const starts = !piece.continues && bytes[0] === asterisk;
    const before = starts ? this.#interjections(this.#rows) : Buffer.alloc(0);
    if (starts) this.#rows += 1;
    if (!this.#order) return Buffer.concat([before, bytes]);
    if (starts) this.#held.push(bytes);
    else this.#held.push(Buffer.concat([this.#held.pop() ?? Buffer.alloc(0), bytes]));
    return before;
  }

  /** What comes before the last line. */
  rest(): Buffer {
    const rows = this.#order?.(this.#held) ?? this.#held;
    return Buffer.concat([...rows, this.#interjections(this.#rows, true)]);
  }

  /** The last line: a tag, a status, words. */
  end(line: string): string {
    let shown = line;
    for (const fault of this.#faults) {
      const tag = shown.split(' ', 1)[0] ?? '';
      if (fault.kind === 'late-reply') shown = `${tag} ${fault.status} ${fault.text}\r\n`;
      if (fault.kind === 'wrong-tag') shown = fault.tag + shown.slice(tag.length);
    }
    return shown;
  }

  get #order() {
    return this.#faults.find((fault) => fault.kind === 'rows')?.order;
  }

  #interjections(rows: number, last = false): Buffer {
    const due = this.#faults.flatMap((fault) => {
      if (fault.kind !== 'interject') return [];
      const at = fault.afterRows ?? 0;
      return last ? (at >= rows ? fault.lines : []) : at === rows ? fault.lines : [];
    });
    return Buffer.from(due.map((line) => `${line}\r\n`).join(''));
  }

  #change({ kind, bytes }: Piece): Buffer {
    if (kind === 'literal') return bytes;
    let text = bytes.toString('latin1');
    for (const fault of this.#faults) {
      if (fault.kind === 'literal') {
        const actual = literalSize(bytes);
        if (actual !== null)
          text = text.replace(/\{\d+\}(?=\r?\n$)/, `{${fault.announce(actual)}}`);
      }
      if (fault.kind === 'size')
        text = text.replace(/RFC822\.SIZE \d+/g, `RFC822.SIZE ${fault.bytes}`);
      if (fault.kind === 'found')
        text = text.replace(/^\* SEARCH(.*)/, (_, found: string) =>
          ['* SEARCH', ...fault.change((found.match(/\d+/g) ?? []).map(Number))].join(' '),
        );
    }
    return Buffer.from(text, 'latin1');
  }
}

const asterisk = 0x2a;
