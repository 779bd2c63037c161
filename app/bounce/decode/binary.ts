/**
 * Mail is bytes, but its structure is ASCII: the reader works on a "binary string", one character for each
 * byte (0 to 255), so that the engine's own string search does the walking. Only texts that are needed
 * are turned back into bytes and decoded.
 */
const chunk = 8192;

/** The platform's UTF-8 decoder is many times faster, and right where every byte is ASCII. */
const ascii = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function toBinary(bytes: Uint8Array): string {
  return asciiText(bytes) ?? eightBitText(bytes);
}

/** Null when a byte is not ASCII: characters of several bytes make the text shorter, others are refused. */
function asciiText(bytes: Uint8Array): string | null {
  try {
    const text = ascii.decode(bytes);
    return text.length === bytes.length ? text : null;
  } catch {
    return null;
  }
}

function eightBitText(bytes: Uint8Array): string {
  if (bytes.length <= chunk) return fromCodes(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += fromCodes(bytes.subarray(at, at + chunk));
  return text;
}

export function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

const eightBit = /[^\0-\x7f]/;
export const isAscii = (text: string): boolean => !eightBit.test(text);

function fromCodes(bytes: Uint8Array): string {
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}
