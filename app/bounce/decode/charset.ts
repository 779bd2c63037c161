import { isAscii, toBytes } from './binary.ts';
import { decodeUtf7 } from './utf7.ts';

/** Labels that name no charset, or claim ASCII for text that is not. */
const undeclared = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  '7bit',
  '8bit',
  'binary',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'default',
  'default_charset',
]);

/** Names the platform does not know, or knows too narrowly: mail labelled gb2312 holds GBK and GB18030. */
const aliases: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  'euc-cn': 'gb18030',
  'x-euc-cn': 'gb18030',
  gb_18030: 'gb18030',
  cp950: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-932': 'shift_jis',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  utf8: 'utf-8',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
};

/** Charsets whose bytes below 128 do not mean ASCII. */
const shifted = /^(?:iso-2022|utf-?16|utf-?7|unicode-1-1-utf-7|hz)/;

const strict = new Map<string, TextDecoder | null>();
const lenient = new Map<string, TextDecoder | null>();

/** Text from a binary string and the charset that the mail declares. Never fails. */
export function decodeCharset(binary: string, declared: string): string {
  const label = declared.trim().toLowerCase().slice(0, 60);
  if (shifted.test(label)) return decodeShifted(binary, label);
  if (isAscii(binary)) return binary.includes('\x1b$') ? guess(binary) : binary;
  if (undeclared.has(label)) return guess(binary);
  const name = aliases[label] ?? label;
  const bytes = toBytes(binary);
  const exact = decodeWith(strict, name, true, bytes);
  if (exact !== null) return exact;
  // A wrong label is more common than damaged text, and a cut may split the last character.
  if (name === 'utf-8') return guess(binary);
  return decodeWith(lenient, name, false, bytes) ?? guess(binary);
}

function decodeShifted(binary: string, label: string): string {
  if (label.includes('utf-7') || label.includes('utf7')) return decodeUtf7(binary);
  return decodeWith(lenient, aliases[label] ?? label, false, toBytes(binary)) ?? binary;
}

/** Undeclared 8-bit text: UTF-8 if it is valid, Japanese by its escapes, Chinese if it reads as such, else Latin. */
export function guess(binary: string): string {
  const bytes = toBytes(binary);
  if (binary.includes('\x1b$')) {
    const japanese = decodeWith(strict, 'iso-2022-jp', true, bytes);
    if (japanese !== null) return japanese;
  }
  const utf8 = decodeWith(strict, 'utf-8', true, bytes);
  if (utf8 !== null) return utf8;
  const damaged = decodeWith(lenient, 'utf-8', false, bytes) ?? binary;
  const losses = count(damaged, '\ufffd');
  // Truncated or slightly damaged UTF-8 keeps nearly all its multi-byte characters.
  if (losses * 20 <= nonAscii(damaged)) return damaged;
  const chinese = decodeWith(lenient, 'gb18030', false, bytes) ?? binary;
  if (readsAsChinese(chinese)) return chinese;
  return decodeWith(lenient, 'windows-1252', false, bytes) ?? binary;
}

function readsAsChinese(text: string): boolean {
  const sample = text.slice(0, 4000);
  const foreign = nonAscii(sample);
  const han = (sample.match(/[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]/g) ?? []).length;
  return han * 10 >= foreign * 8;
}

function nonAscii(text: string): number {
  return (text.match(/[^\0-\x7f]/g) ?? []).length;
}

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found++;
  return found;
}

function decodeWith(
  known: Map<string, TextDecoder | null>,
  name: string,
  fatal: boolean,
  bytes: Uint8Array,
): string | null {
  let decoder = known.get(name);
  if (decoder === undefined) {
    decoder = makeDecoder(name, fatal);
    // Hostile mail can invent names without end.
    if (known.size < 100) known.set(name, decoder);
  }
  if (decoder === null) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function makeDecoder(name: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(name, { fatal });
  } catch {
    return null;
  }
}
