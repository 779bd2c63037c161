import { ByteBuffer } from './byte-buffer.ts';
import { maxLineBytes } from './limits.ts';

const lf = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Logs of Chinese Windows machines; reads GBK and GB 2312 too, and never fails. */
const gb18030 = new TextDecoder('gb18030');

/** Splits text that comes in pieces of any size into lines without their ends, each at most 64 KiB. */
export class TextLines {
  readonly #line = new ByteBuffer(maxLineBytes);
  #open = false;

  push(chunk: Uint8Array): string[] {
    const lines: string[] = [];
    let start = 0;
    while (start < chunk.byteLength) {
      const newline = chunk.indexOf(lf, start);
      const end = newline < 0 ? chunk.byteLength : newline;
      this.#line.append(chunk.subarray(start, end));
      this.#open = true;
      if (newline < 0) break;
      lines.push(this.#take());
      start = newline + 1;
    }
    return lines;
  }

  end(): string[] {
    return this.#open ? [this.#take()] : [];
  }

  #take(): string {
    this.#open = false;
    return decodeLine(this.#line.take().bytes);
  }
}

function decodeLine(bytes: Uint8Array): string {
  let line: string;
  try {
    line = utf8.decode(bytes);
  } catch {
    line = gb18030.decode(bytes);
  }
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
