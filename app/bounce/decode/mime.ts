import type { Limits } from '../limits.ts';
import type { UnreadableReason } from '../notice.ts';
import { toBinary } from './binary.ts';
import { decodeCharset } from './charset.ts';
import { decodeWords, firstField, parseContentType, parseFields } from './header.ts';
import type { ContentType, Fields } from './header.ts';
import { decodeTransfer } from './transfer.ts';

/** One entity of a message: its fields and where its body lies in the source. */
export interface Part {
  readonly fields: Fields;
  readonly content: ContentType;
  /** Lower-case Content-Transfer-Encoding. */
  readonly encoding: string;
  /** The file name it is sent under, decoded, lower-case; empty when it has none. */
  readonly fileName: string;
  readonly source: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly children: readonly Part[];
}

/** What is left of a message's allowance while it is walked. */
export interface Walk {
  readonly limits: Limits;
  parts: number;
  /** Boundary look-alikes examined; stops a body made of nothing else. */
  steps: number;
  /** Set when a bound cut the walk short. */
  cut: UnreadableReason | null;
}

const maxSteps = 20_000;

export const startWalk = (limits: Limits): Walk => ({ limits, parts: 0, steps: 0, cut: null });

/** The message's bytes as a binary string with "\n" or "\r\n" line ends, without mbox's "From " line. */
export function sourceOf(raw: Uint8Array, limits: Limits): string {
  let source = toBinary(raw.length > limits.maxBytes ? raw.subarray(0, limits.maxBytes) : raw);
  if (!source.includes('\n') && source.includes('\r')) source = source.replaceAll('\r', '\n');
  return source.slice(contentStart(source));
}

/** Leading blank lines, a byte order mark and an envelope line ("From x Mon …") are no part of the header. */
export function contentStart(source: string): number {
  return /^(?:\xef\xbb\xbf)?[\r\n]{0,100}(?:>?From [^\n]{0,1000}\n)?/.exec(source)?.[0].length ?? 0;
}

/** Where the header ends and where the body begins. */
export function splitHeader(source: string, from: number, end: number): [number, number] {
  let at = from;
  if (source[at] === '\n') return [at, at + 1];
  if (source.startsWith('\r\n', at)) return [at, at + 2];
  for (;;) {
    const line = source.indexOf('\n', at);
    if (line < 0 || line + 1 >= end) return [end, end];
    if (source[line + 1] === '\n') return [line + 1, line + 2];
    if (source[line + 1] === '\r' && source[line + 2] === '\n') return [line + 1, line + 3];
    at = line + 1;
  }
}

/** Reads the entity in `source` from `from` to `end`, and its children as far as the bounds allow. */
export function readPart(
  source: string,
  from: number,
  end: number,
  walk: Walk,
  depth = 0,
  typeWithout = 'text/plain',
): Part {
  walk.parts++;
  const [headerEnd, bodyStart] = splitHeader(source, from, end);
  const block = source.slice(from, Math.min(headerEnd, from + walk.limits.maxHeaderBytes));
  const fields = parseFields(block);
  const declared = parseContentType(firstField(fields, 'content-type'));
  const content = declared.type.includes('/')
    ? declared
    : { type: typeWithout, parameters: declared.parameters };
  const disposition = parseContentType(firstField(fields, 'content-disposition'));
  const fileName = disposition.parameters.get('filename') ?? content.parameters.get('name') ?? '';
  const children = content.type.startsWith('multipart/')
    ? readChildren(source, bodyStart, end, content, walk, depth)
    : [];
  return {
    fields,
    content,
    encoding: firstField(fields, 'content-transfer-encoding')
      .toLowerCase()
      .replace(/[;\s].*$/s, ''),
    fileName: decodeWords(fileName).toLowerCase(),
    source,
    bodyStart: Math.min(bodyStart, end),
    bodyEnd: end,
    children,
  };
}

function readChildren(
  source: string,
  from: number,
  end: number,
  content: ContentType,
  walk: Walk,
  depth: number,
): Part[] {
  if (depth >= walk.limits.maxDepth) {
    walk.cut ??= 'too-deep';
    return [];
  }
  const childType = content.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: Part[] = [];
  for (const [start, stop] of partRanges(source, from, end, content, walk)) {
    if (walk.parts >= walk.limits.maxParts) {
      walk.cut ??= 'too-many-parts';
      break;
    }
    children.push(readPart(source, start, stop, walk, depth + 1, childType));
  }
  return children;
}

/** Where the parts between the boundary lines lie (RFC 2046 section 5.1). A missing last boundary is forgiven. */
function* partRanges(
  source: string,
  from: number,
  end: number,
  content: ContentType,
  walk: Walk,
): Generator<[number, number]> {
  const boundary = (content.parameters.get('boundary') ?? '').slice(0, 200).trimEnd();
  if (boundary === '') return;
  const mark = `\n--${boundary}`;
  let start = -1;
  let at = Math.max(0, from - 1);
  for (;;) {
    const found = source.indexOf(mark, at);
    if (found < 0 || found >= end) break;
    at = found + mark.length;
    const closes = source.startsWith('--', at);
    const next = source.charCodeAt(closes ? at + 2 : at);
    // A longer boundary that begins with ours is another one; blanks and line ends may follow.
    if (!Number.isNaN(next) && next !== 0x0a && next !== 0x0d && next !== 0x20 && next !== 0x09) {
      if (++walk.steps > maxSteps) {
        walk.cut ??= 'too-many-parts';
        return;
      }
      if (!closes) continue;
    }
    if (start >= 0) yield [start, lineEndBefore(source, found)];
    if (closes) return;
    const line = source.indexOf('\n', at);
    if (line < 0) return;
    start = line + 1;
    // The search begins at the line end, so that an empty part is seen.
    at = line;
  }
  if (start >= 0 && start < end) yield [start, end];
}

const lineEndBefore = (source: string, newline: number): number =>
  source[newline - 1] === '\r' ? newline - 1 : newline;

/** The body, transfer encoding undone, as a binary string of at most `most` characters. */
export function bodyBinary(part: Part, most: number): string {
  // Encodings grow at most threefold (quoted-printable); more than that is not needed.
  const raw = part.source.slice(part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + most * 3));
  const decoded = decodeTransfer(raw, part.encoding);
  return decoded.length > most ? decoded.slice(0, most) : decoded;
}

/** The body as text in its charset. */
export function bodyText(part: Part, most: number): string {
  return decodeCharset(bodyBinary(part, most), part.content.parameters.get('charset') ?? '');
}
