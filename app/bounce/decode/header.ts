import { decodeCharset, guess } from './charset.ts';
import { isAscii } from './binary.ts';
import { decodeBase64 } from './transfer.ts';

/** Header fields by lower-case name, raw and unfolded, first to last. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Fields of one block; stops a header of a million tiny lines. */
const maxFields = 500;
/** Characters of one field that are looked at. */
const maxValue = 16 * 1024;

/** Reads a header block given as a binary string, without its closing empty line; only `wanted` names if given. */
export function parseFields(block: string, wanted?: ReadonlySet<string>): Fields {
  const fields = new Map<string, string[]>();
  let name = '';
  let value = '';
  let count = 0;
  const store = () => {
    if (name === '') return;
    const values = fields.get(name);
    if (values) values.push(value.trim());
    else fields.set(name, [value.trim()]);
    name = '';
  };
  for (let start = 0; start < block.length && count < maxFields;) {
    let end = block.indexOf('\n', start);
    if (end < 0) end = block.length;
    const first = block.charCodeAt(start);
    if (first === 0x20 || first === 0x09) {
      if (name !== '' && value.length < maxValue)
        value += ' ' + block.slice(start, Math.min(end, start + maxValue)).trim();
    } else {
      store();
      const colon = block.indexOf(':', start);
      if (colon > start && colon < end && colon - start <= 100) {
        name = block.slice(start, colon).trimEnd().toLowerCase();
        count++;
        if (wanted?.has(name) === false) name = '';
        else value = block.slice(colon + 1, Math.min(end, colon + 1 + maxValue));
      }
    }
    start = end + 1;
  }
  store();
  return fields;
}

export const firstField = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';

/** A field's text, encoded words decoded. */
export const fieldText = (fields: Fields, name: string): string =>
  decodeWords(firstField(fields, name));

const encodedWord = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=/g;
/** Encoded words in one field; stops a bomb of them. */
const maxWords = 400;

/** RFC 2047, tolerant: characters split between two words are joined, raw 8-bit text is guessed. */
export function decodeWords(raw: string): string {
  const value = raw.length > maxValue ? raw.slice(0, maxValue) : raw;
  if (!value.includes('=?')) return readRaw(value);
  let text = '';
  let pending = '';
  let charset = '';
  let end = 0;
  let words = 0;
  const flush = () => {
    if (pending !== '') text += decodeCharset(pending, charset);
    pending = '';
  };
  for (const match of value.matchAll(encodedWord)) {
    if (++words > maxWords) break;
    const between = value.slice(end, match.index);
    const label = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    const joins = end > 0 && between.trim() === '';
    if (!joins) {
      flush();
      text += readRaw(between);
    } else if (label !== charset) flush();
    charset = label;
    pending += decodeWord(match[2] ?? '', match[3] ?? '');
    end = match.index + match[0].length;
  }
  flush();
  const rest = value.slice(end);
  return text + readRaw(rest);
}

/** Raw 8-bit bytes are guessed; text that was decoded before (a header quoted in a body) stays as it is. */
const readRaw = (value: string): string =>
  isAscii(value) || /[^\0-\xff]/.test(value) ? value : guess(value);

function decodeWord(encoding: string, word: string): string {
  if (encoding === 'b' || encoding === 'B') return decodeBase64(word);
  return word
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export interface ContentType {
  /** `type/subtype`, lower-case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([A-Za-z0-9!#$&^_.+*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g;

/** Content-Type or Content-Disposition (RFC 2045 section 5.1) with RFC 2231 continuations and charsets. */
export function parseContentType(raw: string): ContentType {
  const value = raw.length > 2000 ? raw.slice(0, 2000) : raw;
  const semicolon = value.indexOf(';');
  const type = (semicolon < 0 ? value : value.slice(0, semicolon))
    .trim()
    .toLowerCase()
    .replace(/\s/g, '');
  const parameters = new Map<string, string>();
  if (semicolon < 0) return { type, parameters };
  const pieces = new Map<string, string[]>();
  for (const match of value.slice(semicolon).matchAll(parameter)) {
    const name = (match[1] ?? '').toLowerCase();
    const text = match[2] === undefined ? (match[3] ?? '') : match[2].replace(/\\(.)/g, '$1');
    const star = name.indexOf('*');
    if (star < 0) {
      if (!parameters.has(name)) parameters.set(name, text);
      continue;
    }
    const base = name.slice(0, star);
    const list = pieces.get(base) ?? [];
    const index = /^\*(\d{1,3})/.exec(name.slice(star));
    list[Number(index?.[1] ?? 0)] = name.endsWith('*') ? unescapePercent(text) : text;
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) parameters.set(name, decodeExtended(list.join('')));
  return { type, parameters };
}

const unescapePercent = (text: string): string =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function decodeExtended(value: string): string {
  const parts = /^([^']{0,60})'[^']{0,40}'(.*)$/s.exec(value);
  return parts ? decodeCharset(parts[2] ?? '', parts[1] ?? '') : value;
}
