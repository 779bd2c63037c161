import { fieldAddress } from './decode/address.ts';
import { decodeWords, fieldText, firstField } from './decode/header.ts';
import type { Fields } from './decode/header.ts';
import { htmlToText } from './decode/html.ts';
import { bodyText } from './decode/mime.ts';
import type { Part, Walk } from './decode/mime.ts';
import { tidy } from './decode/text.ts';
import { maxLine } from './limits.ts';

/** A message taken apart for reading as a notice. */
export interface Letter {
  readonly fields: Fields;
  readonly subject: string;
  /** The From field, decoded, lower-case, name and address. */
  readonly from: string;
  readonly fromAddress: string | null;
  readonly contentType: string;
  /** report-type of multipart/report (RFC 6522), lower-case. */
  readonly reportType: string;
  /** What people read: text, quoted lines and the returned original taken out. Plain text before HTML. */
  readonly texts: readonly LetterText[];
  /** Bodies of message/delivery-status parts, decoded. */
  readonly reports: readonly string[];
  /** Returned originals: messages, or header blocks. */
  readonly messages: readonly Part[];
  readonly headerBlocks: readonly Part[];
  /** Headers of an original that stands in the text itself. */
  readonly inlineOriginal: string | null;
  /** Holds a receipt (RFC 8098) or an abuse report (RFC 5965). */
  readonly receiptOrAbuse: boolean;
}

export interface LetterText {
  readonly kind: 'plain' | 'html';
  readonly text: string;
  readonly lines: readonly string[];
}

/** Human texts looked at; stops a message of a hundred long text parts. */
const maxTexts = 6;
const maxLines = 3000;

const originalMarks: readonly RegExp[] = [
  /^[ \t]{0,20}-{2,}[^\n]{0,80}(?:copy of (?:the|your|a) (?:message|mail)|original (?:message|mail)|(?:message|mail) headers?|(?:returned|undelivered|unsent|rejected|bounced) (?:message|mail)|headers? follow|message (?:text )?follows|body of the message|start of)[^\n]{0,120}$/im,
  /^[ \t]{0,20}(?:the )?(?:original |returned )?message (?:headers? )?follows?[^\n]{0,40}$/im,
  /^[ \t]{0,20}(?:original|returned) message (?:headers|follows)[^\n]{0,40}$/im,
  /^[ \t]{0,20}below (?:this line )?is a copy of[^\n]{0,80}$/im,
  /^[ \t]{0,20}(?:the )?(?:header|headers|first \d+ lines|original headers) of (?:the|your) (?:original )?message[^\n]{0,80}:[ \t]*$/im,
  /^[ \t]{0,20}(?:[-=*]{2,})?[ \t]{0,5}(?:原始?邮件|原邮件|原信)(?:内容|头|信头|标题)?[ \t]{0,5}(?:如下)?(?:[-=*]{2,}|[:：][ \t]*$)/im,
  /^(?:Return-Path: ?<[^\n]{0,300}>|Received: (?:from|by|\(qmail)[^\n]{0,900})$/im,
];

/** Takes a message apart. Costs what the bounds of its walk allow. */
export function openLetter(root: Part, walk: Walk): Letter {
  const { fields } = root;
  const found: Found = {
    texts: [],
    reports: [],
    messages: [],
    headerBlocks: [],
    inline: [],
    receiptOrAbuse: false,
  };
  collect(root, walk.limits.maxText, found);
  const from = firstField(fields, 'from');
  return {
    fields,
    subject: fieldText(fields, 'subject'),
    from: decodeWords(from).toLowerCase(),
    fromAddress: fieldAddress(from),
    contentType: root.content.type,
    reportType: (root.content.parameters.get('report-type') ?? '').toLowerCase(),
    texts: found.texts.sort((a, b) => Number(a.kind === 'html') - Number(b.kind === 'html')),
    reports: found.reports,
    messages: found.messages,
    headerBlocks: found.headerBlocks,
    inlineOriginal: found.inline[0] ?? null,
    receiptOrAbuse: found.receiptOrAbuse,
  };
}

interface Found {
  readonly texts: LetterText[];
  readonly reports: string[];
  readonly messages: Part[];
  readonly headerBlocks: Part[];
  readonly inline: string[];
  receiptOrAbuse: boolean;
}

function collect(part: Part, maxText: number, found: Found): void {
  for (const child of part.children) collect(child, maxText, found);
  switch (part.content.type) {
    case 'message/delivery-status':
    case 'message/global-delivery-status':
      if (found.reports.length < maxTexts) found.reports.push(tidy(bodyText(part, maxText * 2)));
      return;
    case 'message/rfc822':
    case 'message/global':
      found.messages.push(part);
      return;
    case 'text/rfc822-headers':
    case 'text/rfc822':
    case 'message/rfc822-headers':
    case 'message/global-headers':
      found.headerBlocks.push(part);
      return;
    case 'message/disposition-notification':
    case 'message/global-disposition-notification':
    case 'message/feedback-report':
      found.receiptOrAbuse = true;
      return;
    default:
      if (/\.eml$/.test(part.fileName)) found.messages.push(part);
      else if (isReadable(part)) addText(part, maxText, found);
  }
}

/** Text that a person reads. A notice of bare text may have no type or a broken one. */
function isReadable(part: Part): boolean {
  const { type } = part.content;
  if (part.fileName !== '' && !/^text\/(?:plain|html)$/.test(type)) return false;
  if (/\.(?:log|csv|xml|json|ics|vcf)$/.test(part.fileName)) return false;
  return /^text(?:\/|$)/.test(type) && type !== 'text/calendar';
}

function addText(part: Part, maxText: number, found: Found): void {
  if (found.texts.length >= maxTexts) return;
  const decoded = tidy(bodyText(part, maxText));
  const html = part.content.type === 'text/html';
  const whole = html ? tidy(htmlToText(decoded)).slice(0, maxText) : decoded;
  if (!html && /^\s{0,20}Reporting-MTA:/i.test(whole)) {
    found.reports.push(whole);
    return;
  }
  const [human, original] = cutOriginal(whole);
  if (original !== null) found.inline.push(original);
  const lines = human
    .split('\n', maxLines)
    .filter((line) => !isQuoted(line))
    .map((line) => (line.length > maxLine ? line.slice(0, maxLine) : line).trimEnd());
  found.texts.push({ kind: html ? 'html' : 'plain', text: lines.join('\n'), lines });
}

/** A line of a quoted mail; ">>> RCPT TO" in a transcript is none. */
export const isQuoted = (line: string): boolean => /^\s{0,4}>(?!>>)/.test(line);

/** Splits where the returned original begins: its words are the sender's, not the server's. */
function cutOriginal(text: string): [string, string | null] {
  let cut = -1;
  for (const mark of originalMarks) {
    const found = mark.exec(text);
    if (found && (cut < 0 || found.index < cut)) cut = found.index;
  }
  return cut < 0 ? [text, null] : [text.slice(0, cut), text.slice(cut)];
}
