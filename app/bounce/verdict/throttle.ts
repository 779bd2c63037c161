import type { SmtpStage, ThrottlePhrase } from '../notice.ts';

/** What a text says about Alibaba's sending limit, whoever quoted it. */
export interface ThrottleSigns {
  readonly phrase: ThrottlePhrase | null;
  readonly stage: SmtpStage | null;
  readonly connectionIp: string | null;
  readonly tag: string | null;
  readonly node: string | null;
  /** Where the rejection's own words begin: the reply code stands before it. */
  readonly at: number;
}

export type AntispamReading =
  | { readonly kind: 'throttle'; readonly signs: ThrottleSigns }
  /** The prefix without a phrase, cut off, or the phrase without the prefix: possible, never counted. */
  | { readonly kind: 'possible-throttle'; readonly signs: ThrottleSigns }
  /** The prefix with other words behind it: sender authentication, block lists, reputation. */
  | { readonly kind: 'other-behaviour'; readonly words: string };

/** Without white space and in lower case: servers fold inside the phrases, at any place. */
const phrases: readonly (readonly [string, ThrottlePhrase])[] = [
  ['muchtoofrequentlysending', 'much-too-frequently'],
  ['toofrequentlysending', 'too-frequently'],
  ['currentlyunexpectedsending', 'currently-unexpected'],
];

const behaviour = /behaviou?r\s*spam/i;
const bracket = /ANTISPAM\s*_\s*BAT\s*\[/i;
/** How much text behind a signal is looked at; the longest known rejection has 200 characters. */
const reach = 400;

/**
 * Reads Alibaba's behaviour rejection in collapsed, narrow text: two signals make a throttle, the prefix
 * ("behaviour spam" or "ANTISPAM_BAT[") and one of three phrases; the words behind "]:" decide. Null when
 * the text has neither signal.
 */
export function readAntispam(text: string): AntispamReading | null {
  const prefix = behaviour.exec(text);
  const open = bracket.exec(text);
  if (!prefix && !open) return phraseAlone(text);
  const at = Math.min(prefix?.index ?? Infinity, open?.index ?? Infinity);
  const near = text.slice(at, at + reach + 200);
  const words = decidingWords(text, prefix, open);
  const base = { ...stageAndIp(near), ...tagAndNode(text, open), at };
  if (words === null) return { kind: 'possible-throttle', signs: { ...base, phrase: null } };
  const squeezed = squeeze(words);
  const phrase = startOf(squeezed);
  if (phrase) return { kind: 'throttle', signs: { ...base, phrase } };
  if (couldBecomePhrase(squeezed))
    return { kind: 'possible-throttle', signs: { ...base, phrase: null } };
  return { kind: 'other-behaviour', words };
}

/** The words that decide: behind "]:" where there is a bracket, else the phrase anywhere behind the prefix. */
function decidingWords(
  text: string,
  prefix: RegExpExecArray | null,
  open: RegExpExecArray | null,
): string | null {
  if (open) {
    const start = open.index + open[0].length;
    const close = text.indexOf(']', start);
    if (close < 0 || close - start > reach) return null;
    return cutFrame(text.slice(close + 1, close + 1 + reach).replace(/^[\s:"'>-]+/, ''));
  }
  if (!prefix) return null;
  const rest = text.slice(prefix.index + prefix[0].length, prefix.index + reach);
  const squeezed = squeeze(rest);
  for (const [phrase] of phrases) {
    const found = squeezed.indexOf(phrase);
    if (found >= 0) return squeezed.slice(found);
  }
  const colon =
    /^(?:\s*at\s+[\w ]{1,20}State)?\s*(?:\([^)]{0,100}\)?)?\s*:?\s*/i.exec(rest)?.[0].length ?? 0;
  return cutFrame(rest.slice(colon));
}

/** What the reporting server adds behind the quoted reply is no part of the words, which are plain ASCII. */
function cutFrame(words: string): string {
  return words
    .replace(/\(in reply to[\s\S]*$/i, '')
    .replace(/:? ?retry timeout exceeded[\s\S]*$/i, '')
    .replace(/[^\0-\x7f][\s\S]*$/, '')
    .replace(/^[\s.…:)'"-]+$/, '');
}

const startOf = (squeezed: string): ThrottlePhrase | null =>
  phrases.find(([phrase]) => squeezed.startsWith(phrase))?.[1] ?? null;

/** Nothing, or the beginning of a phrase: the line was cut off there. */
function couldBecomePhrase(squeezed: string): boolean {
  const words = squeezed.replace(/[.…'")]+$/, '');
  if (words === '' || phrases.some(([phrase]) => phrase.startsWith(words))) return true;
  // Exim cuts its delay reasons anywhere: inside "at Rcpt State(…)" or inside "ANTISPAM_BAT[".
  const behindState = words.replace(/^at[a-z]{1,12}state\([^)]*\)/, '');
  return (
    'antispam_bat['.startsWith(behindState) || /^at?[a-z]{0,12}(?:state(?:\([^)]*)?)?$/.test(words)
  );
}

function phraseAlone(text: string): AntispamReading | null {
  if (!/frequently|unexpected/i.test(text)) return null;
  const squeezed = squeeze(text);
  if (!phrases.some(([phrase]) => squeezed.includes(phrase))) return null;
  const none = { phrase: null, stage: null, connectionIp: null, tag: null, node: null };
  return {
    kind: 'possible-throttle',
    signs: { ...none, at: Math.max(0, text.search(/(?:much\s+)?too\s+freq|currently/i)) },
  };
}

function stageAndIp(near: string): { stage: SmtpStage | null; connectionIp: string | null } {
  const state = /\bat\s+(mail|rcpt|data|helo|ehlo|connect)[\w ]{0,10}\s*state/i
    .exec(near)?.[1]
    ?.toLowerCase();
  const stage = state === 'mail' || state === 'rcpt' || state === 'data' ? state : null;
  const address = /connection\s*ip\s*address\s*:\s*([^)]{1,80})\)/i.exec(near)?.[1];
  return { stage, connectionIp: address === undefined ? null : readIp(squeeze(address)) };
}

function tagAndNode(
  text: string,
  open: RegExpExecArray | null,
): { tag: string | null; node: string | null } {
  if (!open) return { tag: null, node: null };
  const start = open.index + open[0].length;
  const close = text.indexOf(']', start);
  if (close < 0 || close - start > 200) return { tag: null, node: null };
  const [tag, node] = text.slice(start, close).split(',');
  return { tag: readToken(tag ?? ''), node: readToken(node ?? '') };
}

/** Without white space; null when empty or masked as documents do (xxxx, ****). */
function readToken(raw: string): string | null {
  const token = raw.replace(/\s+/g, '');
  return token === '' || /^[x*.]+$/i.test(token) ? null : token;
}

function readIp(raw: string): string | null {
  const version4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(raw);
  if (version4) return version4.slice(1).every((part) => Number(part) <= 255) ? raw : null;
  const version6 = raw.replace(/^ipv6:/, '');
  return version6.includes(':') && /^[0-9a-f:.]{2,45}$/.test(version6) ? version6 : null;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
