import { htmlToText } from './decode/html.ts';
import { bodyText } from './decode/mime.ts';
import type { Part } from './decode/mime.ts';
import { tidy } from './decode/text.ts';
import { maxLine } from './limits.ts';

/** What a person reads in one part: quoted lines and the returned original taken out. */
export interface LetterText {
  readonly kind: 'plain' | 'html';
  readonly text: string;
  readonly lines: readonly string[];
}

export interface HumanText {
  /** Plain text before HTML. */
  readonly texts: readonly LetterText[];
  /** All of them together, for recognition. */
  readonly whole: string;
  /** Headers of an original that stands in the text itself. */
  readonly inlineOriginal: string | null;
}

/** Lines of one text looked at; stops a text of a million line ends. */
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

export function readHumanText(parts: readonly Part[], maxText: number): HumanText {
  const read = parts.map((part) => readOne(part, maxText));
  const texts = read
    .map(({ text }) => text)
    .sort((a, b) => Number(a.kind === 'html') - Number(b.kind === 'html'));
  return {
    texts,
    whole: texts.map(({ text }) => text).join('\n'),
    inlineOriginal: read.find(({ original }) => original !== null)?.original ?? null,
  };
}

function readOne(part: Part, maxText: number): { text: LetterText; original: string | null } {
  const decoded = tidy(bodyText(part, maxText));
  const html = part.content.type === 'text/html';
  const whole = html ? tidy(htmlToText(decoded)).slice(0, maxText) : decoded;
  const [human, original] = cutOriginal(whole);
  const lines = human
    .split('\n', maxLines)
    .filter((line) => !isQuoted(line))
    .map((line) => (line.length > maxLine ? line.slice(0, maxLine) : line).trimEnd());
  return { text: { kind: html ? 'html' : 'plain', text: lines.join('\n'), lines }, original };
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
