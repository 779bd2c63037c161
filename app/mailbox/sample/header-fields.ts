/** As RFC 3501 section 6.4.5 answers HEADER.FIELDS: the named fields with their folded lines, then an empty line. */
export function headerFields(
  raw: Uint8Array,
  names: readonly string[],
  maxBytes: number,
): Uint8Array {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const kept: string[] = [];
  let keeping = false;
  for (const line of headerLines(text)) {
    if (!/^[ \t]/.test(line)) {
      keeping = wanted.has(
        line
          .slice(0, Math.max(0, line.indexOf(':')))
          .trim()
          .toLowerCase(),
      );
    }
    if (keeping) kept.push(`${line}\r\n`);
  }
  return Buffer.from(`${kept.join('')}\r\n`, 'latin1').subarray(0, maxBytes);
}

function headerLines(text: string): readonly string[] {
  const end = text.indexOf('\r\n\r\n');
  return (end < 0 ? text : text.slice(0, end)).split('\r\n');
}
