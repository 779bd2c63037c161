/** A longer line is no account: stops a file without line ends from filling the memory. */
const longest = 64 * 1024 * 1024;

export interface FileLine {
  readonly line: string;
  /** In bytes from the file's beginning. */
  readonly offset: number;
  /** In bytes, its line end included. */
  readonly length: number;
  /** False for a last line that no line end closes. */
  readonly whole: boolean;
}

/** Lines with their places in the file, which node:readline does not tell. */
export async function* readLines(chunks: AsyncIterable<unknown>): AsyncIterable<FileLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let offset = 0;
  for await (const chunk of chunks) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
      const length = held + at + 1;
      const line = Buffer.concat([...parts, rest.subarray(0, at)]).toString('utf8');
      yield { line: length > longest ? '' : line, offset, length, whole: true };
      offset += length;
      parts = [];
      held = 0;
      rest = rest.subarray(at + 1);
    }
    if (held + rest.length <= longest) parts.push(rest);
    held += rest.length;
  }
  if (held > 0)
    yield { line: Buffer.concat(parts).toString('utf8'), offset, length: held, whole: false };
}
