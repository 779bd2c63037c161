import { firstField, parseFields } from './decode/header.ts';
import {
  bodyBinary,
  contentStart,
  readPart,
  sourceOf,
  splitHeader,
  startWalk,
} from './decode/mime.ts';
import type { Part, Walk } from './decode/mime.ts';
import { openLetter } from './letter.ts';
import type { Letter } from './letter.ts';
import { defaultLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Notice } from './notice.ts';
import { noBounce } from './notice.ts';
import { findNested } from './nested.ts';
import { fieldsMayBeNotice, sweptFields } from './recognise/fields.ts';
import { readLetter } from './read-letter.ts';

/**
 * Reads one message. Never throws, and its work is bounded by `limits`. A message that is no bounce gives
 * `isBounce: false`; one whose bounds were hit before anything was found says so in `unreadable`.
 */
export function readNotice(raw: Uint8Array, limits: Limits = defaultLimits): Notice {
  const head = readHead(raw, limits);
  if (head === null) return noBounce(raw.length === 0 ? 'empty' : 'not-mail');
  const { fields } = head;
  const candidate = fieldsMayBeNotice(fields);
  if (!candidate && !mayCarryNotice(firstField(fields, 'content-type'))) return noBounce(null);
  const source = sourceOf(raw, limits);
  if (!candidate && !findNested(source)) return noBounce(null);
  const walk = startWalk(limits);
  const notice = readSource(source, walk, 0);
  if (notice !== null) return notice;
  if (raw.length > limits.maxBytes) return noBounce(walk.cut ?? 'too-large');
  // Any bytes may hold a line that passes for a field, an archive's or a picture's too.
  return noBounce(walk.cut ?? (fields.size === 0 ? 'not-mail' : null));
}

/** Messages in messages that are opened; stops an endless chain of forwards. */
const maxForwards = 3;

/** The notice in a source, or in a message that hangs on it; null when it is none. */
function readSource(source: string, walk: Walk, level: number): Notice | null {
  const root = readPart(source, 0, source.length, walk);
  const letter = openLetter(root, walk);
  const own = readLetter(letter, walk.limits);
  if (own === 'no-bounce') return null;
  if (own !== null) return own;
  if (level < maxForwards) return readAttached(letter, walk, level);
  if (letter.messages.length > 0) walk.cut ??= 'too-deep';
  return null;
}

/** A bounce that a filter or a colleague forwarded hangs on the mail as a message of its own. */
function readAttached(letter: Letter, walk: Walk, level: number): Notice | null {
  for (const part of letter.messages.slice(0, 10)) {
    const nested = nestedSource(part, walk.limits);
    if (!fieldsMayBeNotice(headerOf(nested, walk.limits))) continue;
    const found = readSource(nested, walk, level + 1);
    if (found) return { ...found, forwarded: true };
  }
  return null;
}

function nestedSource(part: Part, limits: Limits): string {
  const body = bodyBinary(part, limits.maxBytes);
  return body.slice(contentStart(body));
}

function headerOf(source: string, limits: Limits) {
  const [end] = splitHeader(source, 0, source.length);
  return parseFields(source.slice(0, Math.min(end, limits.maxHeaderBytes)));
}

/** The header alone, so that ordinary mail is refused without looking at its body. Null when it is no mail. */
function readHead(raw: Uint8Array, limits: Limits) {
  const end = headerLength(raw, limits.maxHeaderBytes);
  const source = sourceOf(raw.subarray(0, end), limits);
  const [headerEnd] = splitHeader(source, 0, source.length);
  const block = source.slice(0, headerEnd);
  const fields = sweptFields(block);
  return fields.size > 0 || parseFields(block).size > 0 ? { fields } : null;
}

/** Bytes up to the first empty line. */
function headerLength(raw: Uint8Array, most: number): number {
  let at = 0;
  // Leading empty lines are no end of a header that has not begun.
  while (at < raw.length && at < 100 && (raw[at] === 10 || raw[at] === 13)) at++;
  for (;;) {
    const line = raw.indexOf(10, at);
    if (line < 0 || line > most) return Math.min(raw.length, most);
    if (raw[line + 1] === 10 || (raw[line + 1] === 13 && raw[line + 2] === 10)) return line + 1;
    at = line + 1;
  }
}

const mayCarryNotice = (contentType: string): boolean =>
  /^\s*multipart\/(?!alternative|related|signed)/i.test(contentType);
