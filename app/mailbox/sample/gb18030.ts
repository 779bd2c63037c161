let table: ReadonlyMap<string, string> | null = null;

/**
 * Text as GB 18030 bytes, one latin-1 character a byte. The platform decodes this charset but does not
 * encode it, so the decoder is run over every two-byte code once and the result turned round. Covers
 * the characters of GBK (and so of GB 2312); anything else becomes '?'.
 */
export function encodeGb18030(text: string): string {
  table ??= invertDecoder();
  let bytes = '';
  for (const character of text) {
    bytes += character < '\u0080' ? character : (table.get(character) ?? '?');
  }
  return bytes;
}

function invertDecoder(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030');
  const inverse = new Map<string, string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !inverse.has(character)) {
        inverse.set(character, String.fromCharCode(lead, trail));
      }
    }
  }
  return inverse;
}
