import { addressPattern, cleanAddress } from '../decode/address.ts';
import { collapse, narrow } from '../decode/text.ts';
import type { TextCase } from './family.ts';

/** Nearly every server writes a recipient on a line of its own and the reason below or behind it. */
export interface Heading {
  readonly recipient: string;
  /** What stands behind the recipient on the same line. */
  readonly rest: string;
}

const address = addressPattern.source;
const inBrackets =
  /^\s{0,12}<\s?([^<>\s]{1,128}@[^<>\s]{1,253})\s?>(?:\s{0,3}\((?:expanded from|generated from)[^)]{0,400}\))?\s{0,3}[:;,.]{0,3}\s{0,3}(.*)$/i;
const alone = new RegExp(
  `^\\s{0,12}[*•'"-]{0,2}\\s{0,2}(?:smtp:|rfc822;|mailto:|to:|recipient:)?\\s{0,2}(${address})['"]?\\s{0,3}[:：;,.]{0,3}\\s{0,3}$`,
  'i',
);
const withReply = new RegExp(
  `^\\s{0,12}[*•'"-]{0,2}\\s{0,2}(?:smtp:|mailto:)?(${address})['"]?\\s{0,3}(?:[:：;,]|\\.{2,}|-{1,2}|=>)\\s{1,4}(\\S.*)$`,
  'i',
);
const withQuoted = new RegExp(
  `^\\s{0,12}['"](${address})['"]\\s{1,3}(?:on|at|am|le|el)\\s(.*)$`,
  'i',
);
/** "user@dest on Fri, 20 Jul …", also at the end of an X.400 name: "c=US;…;dda:SMTP=user@dest; on Fri, …". */
const dated = new RegExp(
  `^\\s{0,12}(?:c=[^@]{1,200}smtp=)?(${address});?\\s{1,3}on\\s((?:mon|tue|wed|thu|fri|sat|sun)\\w{0,6},\\s.*)$`,
  'i',
);
/** "Unknown user: user@dest": the reason stands in front, so the address is looked up ahead. */
const failing = new RegExp(
  `^(?=[^:@]{3,80}:\\s{1,4}<?(${address})>?\\s{0,3}$)\\s{0,12}([^:@]{0,60}(?:unknown|invalid|no such|exceed|full|fail|disabled|undeliverable|not (?:delivered|found|exist))[^:@]{0,60}):`,
  'i',
);
const named = new RegExp(
  `^\\s{0,12}[^<>()\\n@]{0,120}[<(](?:mailto:)?(${address})[>)]\\s{0,3}[:：;,.]{0,3}\\s{0,3}$`,
  'i',
);

export type HeadingKind = 'brackets' | 'alone' | 'reply' | 'quoted' | 'dated' | 'named' | 'failing';
const kinds: Readonly<Record<HeadingKind, RegExp>> = {
  brackets: inBrackets,
  alone,
  reply: withReply,
  quoted: withQuoted,
  dated,
  named,
  failing,
};

export function readHeading(line: string, wanted: readonly HeadingKind[]): Heading | null {
  const plain = narrow(line);
  if (!plain.includes('@')) return null;
  for (const kind of wanted) {
    const found = kinds[kind].exec(plain);
    if (found?.[1]) return { recipient: cleanAddress(found[1]), rest: (found[2] ?? '').trim() };
  }
  return null;
}

export interface BlockOptions {
  readonly headings: readonly HeadingKind[];
  /** Where the list of recipients begins; before it a heading is none. */
  readonly from?: RegExp;
  /** A line that ends the list. */
  readonly until?: RegExp;
  /** Lines that are no part of a reason. */
  readonly skip?: RegExp;
}

/** Lines of one reason; longer blocks are boilerplate or an original that no mark announced. */
const maxBlockLines = 40;
const maxCases = 1000;

/** Recipients and their reasons; recipients listed together share the reason below them. */
export function readBlocks(
  lines: readonly string[],
  options: BlockOptions,
): { cases: TextCase[]; preamble: string } {
  const cases: { recipient: string; body: string[] }[] = [];
  const preamble: string[] = [];
  let open: { recipient: string; body: string[] } | null = null;
  let started = options.from === undefined;
  for (const line of lines) {
    if (!started) {
      started = options.from?.test(line) ?? true;
      preamble.push(line);
      continue;
    }
    if (cases.length > 0 && options.until?.test(line)) break;
    if (options.skip?.test(line)) continue;
    const heading = readHeading(line, options.headings);
    if (heading) {
      if (cases.length >= maxCases) break;
      open = { recipient: heading.recipient, body: heading.rest === '' ? [] : [heading.rest] };
      cases.push(open);
    } else if (open === null) preamble.push(line);
    else if (open.body.length < maxBlockLines) open.body.push(line);
  }
  return { cases: shareReasons(cases), preamble: collapse(preamble.join('\n')) };
}

function shareReasons(cases: readonly { recipient: string; body: string[] }[]): TextCase[] {
  const results: TextCase[] = [];
  let below = '';
  for (const { recipient, body } of [...cases].reverse()) {
    const own = body.join('\n').trim();
    if (own !== '') below = own;
    results.push({ recipient, texts: below === '' ? [] : [below] });
  }
  return results.reverse();
}
