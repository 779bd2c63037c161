/** Bytes in pieces, as a file or a pipe gives them. */
export type Chunks = AsyncIterable<Uint8Array>;

/** The first bytes of a stream (fewer only at its end), and the whole stream again. */
export async function peek(
  chunks: Chunks,
  bytes: number,
): Promise<{ readonly head: Uint8Array; readonly all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.byteLength;
  }
  return { head: Buffer.concat(seen).subarray(0, bytes), all: replay(seen, iterator) };
}

async function* replay(seen: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): Chunks {
  try {
    yield* seen;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Closes the file also when only its beginning was wanted.
    await iterator.return?.();
  }
}

/** UTF-16 with a byte order mark, as Windows PowerShell writes its logs, becomes UTF-8; all else stays. */
export async function* asUtf8(head: Uint8Array, chunks: Chunks): Chunks {
  const little = head[0] === 0xff && head[1] === 0xfe;
  const big = head[0] === 0xfe && head[1] === 0xff;
  if (!little && !big) {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be');
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
