import { decodeWords } from './header.ts';

/** Bounded on both sides of the @, so that a megabyte without one costs no more than its length (ReDoS). */
export const addressPattern =
  /[^\s<>()[\]:;,"'|=@\\/\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,128}@[^\s<>()[\]:;,"'|=@\\/\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,253}/u;
const trailing = /[.。，、；：）】》!?]+$/;

/** The first address in a text, lower-cased; null when there is none. */
export function findAddress(text: string): string | null {
  if (!text.includes('@')) return null;
  const bracketed = /<\s*([^<>@\s]{1,128}@[^<>@\s]{1,253})\s*>/.exec(text);
  if (bracketed?.[1]) return cleanAddress(bracketed[1]);
  const quoted =
    /"[^"@]{1,64}"@[^\s<>()[\]:;,"'|=@\\/\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,253}/.exec(
      text,
    );
  if (quoted) return cleanAddress(quoted[0]);
  const plain = addressPattern.exec(text);
  return plain ? cleanAddress(plain[0]) : null;
}

export function cleanAddress(raw: string): string {
  return raw
    .trim()
    .replace(/^(?:mailto|smtp|rfc822|utf-8):\s*/i, '')
    .replace(trailing, '')
    .toLowerCase()
    .slice(0, 320);
}

/** The address of a From-like field. */
export const fieldAddress = (raw: string): string | null =>
  findAddress(raw) ?? findAddress(decodeWords(raw));

/** How many recipients a To, Cc or Bcc value names (RFC 5322 section 3.4): commas outside quotes and comments. */
export function countAddresses(raw: string): number {
  let count = 0;
  let quoted = false;
  let comment = 0;
  let seen = false;
  for (const letter of raw.slice(0, 256 * 1024)) {
    if (quoted) quoted = letter !== '"';
    else if (letter === '"') quoted = true;
    else if (letter === '(') comment++;
    else if (letter === ')') comment = Math.max(0, comment - 1);
    else if (comment === 0 && letter === '@') seen = true;
    else if (comment === 0 && (letter === ',' || letter === ';')) {
      if (seen) count++;
      seen = false;
    }
  }
  return count + (seen ? 1 : 0);
}
