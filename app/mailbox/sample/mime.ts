import { encodeGb18030 } from './gb18030.ts';

/**
 * Writes RFC 5322 messages. While a message is built, every string here holds one byte a character
 * (latin-1), so that parts in different charsets can stand side by side.
 */
export type Charset = 'us-ascii' | 'utf-8' | 'gb2312' | 'gb18030';
export type TransferEncoding = '7bit' | '8bit' | 'base64' | 'quoted-printable';
export type HeaderField = readonly [name: string, value: string];

export interface Part {
  readonly headers: readonly HeaderField[];
  readonly body: string;
}

export function encode(text: string, charset: Charset): string {
  return charset.startsWith('gb')
    ? encodeGb18030(text)
    : Buffer.from(text, 'utf8').toString('latin1');
}

const toBase64 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('base64');
const wrap = (line: string, width: number): string =>
  line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\r\n') ?? '';

/** RFC 2047 encoded words, each short enough for its line; ASCII text stays as it is. */
export function encodedWords(text: string, charset: Charset, form: 'B' | 'Q' = 'B'): string {
  if (/^[ -~]*$/.test(text)) return text;
  const words: string[] = [];
  const characters = Array.from(text);
  // Twelve characters make at most 36 bytes: inside the 75 columns of section 2 in either form but Q of pure Chinese.
  const step = form === 'B' ? 12 : 5;
  for (let start = 0; start < characters.length; start += step) {
    const bytes = encode(characters.slice(start, start + step).join(''), charset);
    const payload = form === 'B' ? toBase64(bytes) : quotedWord(bytes);
    words.push(`=?${charset}?${form}?${payload}?=`);
  }
  return words.join('\r\n ');
}

const escaped = (character: string): string =>
  `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const quotedWord = (bytes: string): string =>
  bytes.replace(/[^A-Za-z0-9!*+/ -]/g, escaped).replaceAll(' ', '_');

/** RFC 2045 section 6.7. */
export function quotedPrintable(bytes: string): string {
  return bytes.split('\r\n').map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  const units = line
    .replace(/[^\t -<>-~]/g, escaped)
    .replace(/[ \t]$/, escaped)
    .match(/=[0-9A-F]{2}|[^=]/g);
  let written = '';
  let width = 0;
  for (const unit of units ?? []) {
    if (width + unit.length > 75) {
      written += '=\r\n';
      width = 0;
    }
    written += unit;
    width += unit.length;
  }
  return written;
}

/** One text part; line ends in `text` may be plain \n. */
export function textPart(
  text: string,
  charset: Charset,
  transferEncoding: TransferEncoding,
  subtype: 'plain' | 'html' = 'plain',
): Part {
  const bytes = encode(text.replaceAll('\n', '\r\n'), charset);
  return {
    headers: [
      ['Content-Type', `text/${subtype}; charset=${charset}`],
      ['Content-Transfer-Encoding', transferEncoding],
    ],
    body: transfer(bytes, transferEncoding),
  };
}

function transfer(bytes: string, transferEncoding: TransferEncoding): string {
  if (transferEncoding === 'base64') return base64(bytes);
  return transferEncoding === 'quoted-printable' ? quotedPrintable(bytes) : bytes;
}

export const base64 = (bytes: string): string => wrap(toBase64(bytes), 76);

/** `kind` is what stands after 'multipart/', with parameters, such as 'report; report-type=delivery-status'. */
export function multipart(
  kind: string,
  boundary: string,
  parts: readonly Part[],
  preamble = '',
): Part {
  const blocks = parts.map((part) => `--${boundary}\r\n${renderPart(part)}\r\n`);
  return {
    headers: [['Content-Type', `multipart/${kind};\r\n\tboundary="${boundary}"`]],
    body: `${preamble}${blocks.join('')}--${boundary}--\r\n`,
  };
}

/** A whole message: its header fields, then those of its body's part. */
export function message(headers: readonly HeaderField[], part: Part): string {
  return renderPart({ headers: [...headers, ...part.headers], body: part.body });
}

function renderPart(part: Part): string {
  const fields = part.headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `${fields.join('')}\r\n${part.body}`;
}

/** `Name <address>`, the name encoded where it has to be. */
export function mailbox(name: string, address: string, charset: Charset = 'utf-8'): string {
  return name === '' ? address : `${encodedWords(name, charset)} <${address}>`;
}
