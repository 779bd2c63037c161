/** The parts of commands and answers as imapflow's compiler and parser know them. */

export type Token = Atom | Text | UidSet | readonly Token[];

interface Atom {
  readonly type: 'ATOM';
  readonly value: string;
  /** What stands in brackets behind it: BODY.PEEK[…]. */
  readonly section?: readonly Token[];
  /** BODY[]<origin.octets>. */
  readonly partial?: readonly [origin: number, octets: number];
}

interface Text {
  readonly type: 'STRING';
  readonly value: string;
}

interface UidSet {
  readonly type: 'SEQUENCE';
  readonly value: string;
}

export const atom = (value: string): Token => ({ type: 'ATOM', value });
/** Goes out quoted, so that no name can become a part of the command. */
export const text = (value: string): Token => ({ type: 'STRING', value });
export const uidSet = (value: string): Token => ({ type: 'SEQUENCE', value });

/** One untagged answer. Its insides come from the server: nothing about their shape is promised. */
export interface Untagged {
  /** The number of a numbered answer ("* 12 FETCH …"), else its name. */
  readonly command: string;
  readonly attributes?: readonly unknown[];
  /** The numbers of a plain SEARCH answer, read without the tokenizer. */
  readonly numbers?: readonly number[];
}

export interface Leaf {
  readonly value: unknown;
  readonly section?: readonly unknown[];
}

export const isList = (part: unknown): part is readonly unknown[] => Array.isArray(part);

export const isLeaf = (part: unknown): part is Leaf =>
  typeof part === 'object' && part !== null && 'value' in part;

/** An atom, quoted string or literal as text; null for NIL, a list or nothing. */
export function textOf(part: unknown): string | null {
  if (!isLeaf(part)) return null;
  if (typeof part.value === 'string') return part.value;
  return part.value instanceof Uint8Array ? Buffer.from(part.value).toString('utf8') : null;
}

/** The bytes of a string or literal, at most `limit` of them; null for NIL, a list or nothing. */
export function bytesOf(part: unknown, limit: number): Uint8Array | null {
  if (!isLeaf(part)) return null;
  const { value } = part;
  if (typeof value === 'string') return Buffer.from(value).subarray(0, limit);
  if (!(value instanceof Uint8Array)) return null;
  // A copy, so that the short piece does not keep a long literal alive.
  return value.length <= limit ? value : Uint8Array.prototype.slice.call(value, 0, limit);
}

/** A number of RFC 3501 (32 bits, unsigned); null when it is none. */
export function numberOf(written: unknown): number | null {
  const number = sizeOf(written);
  return number !== null && number <= 0xffff_ffff ? number : null;
}

/** A number of bytes, which RFC 9051 lets grow beyond 32 bits; null when it is none. */
export function sizeOf(written: unknown): number | null {
  return typeof written === 'string' && /^\d{1,15}$/.test(written) ? Number(written) : null;
}

/** The response code of a status answer: "* OK [UIDVALIDITY 2] …" gives the parts UIDVALIDITY and 2. */
export function codeParts(attributes: readonly unknown[] | undefined): readonly unknown[] {
  const first = attributes?.[0];
  // With a value of its own it is an atom with a section, as in BODY[…], and no code.
  return isLeaf(first) && !first.value && first.section ? first.section : [];
}

/** The code of a tagged answer, upper-cased: "READ-ONLY". */
export function responseCode(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('attributes' in response)) return null;
  const { attributes } = response;
  return textOf(codeParts(isList(attributes) ? attributes : [])[0])?.toUpperCase() ?? null;
}
