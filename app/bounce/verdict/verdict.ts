import { collapse, narrow } from '../decode/text.ts';
import { maxDiagnostic } from '../limits.ts';
import type { Action, Category, Failure, SmtpStage, Throttle } from '../notice.ts';
import { categoryOfCodes, categoryOfWords } from './category.ts';
import { directionOf } from './direction.ts';
import { findHost } from './host.ts';
import { findReply, replyBefore } from './reply.ts';
import { findStage } from './stage.ts';
import { readAntispam } from './throttle.ts';
import type { AntispamReading, ThrottleSigns } from './throttle.ts';

/** All that a notice says about one recipient, from wherever it was said. */
export interface Case {
  readonly recipient: string | null;
  readonly action: Action | null;
  /** The Status field of a delivery report. */
  readonly status: string | null;
  readonly remoteMta: string | null;
  /** Which command was refused, where a layout knows better than the words. */
  readonly stage: SmtpStage | null;
  /** Texts on this recipient, the most authoritative first: Diagnostic-Code, then the human text. */
  readonly texts: readonly string[];
  /** Alibaba's own notice: with no host named, it speaks of the account that receives it. */
  readonly alibabaNotice: boolean;
}

interface Reading {
  readonly text: string;
  readonly plain: string;
  readonly code: number | null;
  readonly status: string | null;
  readonly antispam: AntispamReading | null;
  /** The category that the words say, looked for when it is needed: many rules cost time. */
  readonly words: () => Category | null;
}

/** One recipient's verdict from all that was said about it. */
export function judge(about: Case): Failure {
  const readings = about.texts.map(readText).filter(({ text }) => text !== '');
  const deciding = choose(readings);
  const replyCode = deciding?.code ?? readings.find(({ code }) => code !== null)?.code ?? null;
  const enhancedStatus =
    deciding?.status ??
    about.status ??
    readings.find(({ status }) => status !== null)?.status ??
    null;
  const remoteMta = remoteHost(about.remoteMta, readings);
  const { category, certain } = categorize(deciding, readings, enhancedStatus, replyCode);
  const signs = signsOf(deciding?.antispam ?? null);
  return {
    recipient: about.recipient,
    action: about.action,
    category,
    confidence: certain ? 'certain' : 'possible',
    replyCode,
    enhancedStatus,
    remoteMta,
    diagnostic: deciding ? deciding.text.slice(0, maxDiagnostic) : null,
    throttle:
      category === 'throttle' && signs
        ? makeThrottle(signs, about, readings, replyCode, remoteMta)
        : null,
  };
}

function readText(raw: string): Reading {
  const text = collapse(raw.slice(0, maxDiagnostic * 2));
  const plain = joinReplyLines(narrow(text));
  const antispam = readAntispam(plain);
  const signs = signsOf(antispam);
  const near = signs ? replyBefore(plain, signs.at) : null;
  const reply = near?.code ? near : findReply(plain);
  let words: Category | null | undefined;
  return {
    text,
    plain,
    code: reply.code,
    status: reply.status,
    antispam,
    words: () =>
      words === undefined
        ? (words = antispam ? null : categoryOfWords(plain, reply.status))
        : words,
  };
}

/** A reply of several lines (RFC 5321 section 4.2.1) as one: "550-5.1.1 No such 550 5.1.1 user" → "550 5.1.1 No such user". */
function joinReplyLines(text: string): string {
  const first = /(?<![\d.\w])([45]\d\d)-(?:([245]\.\d{1,3}\.\d{1,3}) )?/u.exec(text);
  if (!first) return text;
  const end = first.index + first[0].length;
  const code = first[1] ?? '';
  const status = first[2] === undefined ? '' : `(?:${first[2].replaceAll('.', '\\.')} )?`;
  const again = new RegExp(`(?<=^| )(?:<<< )?${code}[ -]${status}`, 'g');
  const head = text.slice(0, end).replace(`${code}-`, `${code} `);
  return head + text.slice(end).replace(again, '');
}

/**
 * The text that decides: one with both throttle signals, else the first that quotes a reply, else the
 * first whose words are known, else the first.
 */
function choose(readings: readonly Reading[]): Reading | null {
  const first = pick(readings);
  // Sendmail's Diagnostic-Code holds only the first line of a reply; the transcript holds them all.
  const isFirstLine = first !== null && /^[45]\d\d-/.test(first.text);
  const whole = isFirstLine
    ? readings.find(
        ({ text }) => text.length > first.text.length && text.startsWith(first.text.slice(0, 200)),
      )
    : undefined;
  return whole ?? first;
}

function pick(readings: readonly Reading[]): Reading | null {
  return (
    readings.find(({ antispam }) => antispam?.kind === 'throttle') ??
    readings.find(({ code }) => code !== null) ??
    readings.find(({ antispam, words }) => antispam !== null || words() !== null) ??
    readings[0] ??
    null
  );
}

function categorize(
  deciding: Reading | null,
  readings: readonly Reading[],
  status: string | null,
  code: number | null,
): { category: Category; certain: boolean } {
  switch (deciding?.antispam?.kind) {
    case 'throttle':
      return { category: 'throttle', certain: true };
    case 'possible-throttle':
      return { category: 'throttle', certain: false };
    case 'other-behaviour':
      return behaviourCategory(deciding.antispam.words);
    case undefined:
      break;
  }
  const spoken = deciding?.words() ?? null;
  if (spoken !== null) return { category: spoken, certain: true };
  const coded = categoryOfCodes(status, code);
  if (coded !== null) return { category: coded, certain: true };
  const elsewhere = readings.find(({ words }) => words() !== null)?.words();
  return { category: elsewhere ?? 'other', certain: elsewhere !== undefined };
}

/** Words behind Alibaba's behaviour prefix that are no throttle: a policy, unless they name another class. */
function behaviourCategory(words: string): { category: Category; certain: boolean } {
  const known = /spf check failed|bad sending|list on rbl|rbl|spf|dmarc|dkim|blacklist/i.test(
    words,
  );
  if (/spam content|content spam|virus/i.test(words))
    return { category: 'spam-content', certain: true };
  return { category: 'policy', certain: known };
}

const signsOf = (antispam: AntispamReading | null): ThrottleSigns | null =>
  antispam && antispam.kind !== 'other-behaviour' ? antispam.signs : null;

const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host);

/** Some reports give the address alone where the reply names the host: only the name tells whose server it is. */
function remoteHost(reported: string | null, readings: readonly Reading[]): string | null {
  if (reported !== null && !isAddress(reported)) return reported;
  const named = hostIn(readings);
  return named === null || (reported !== null && isAddress(named)) ? reported : named;
}

function hostIn(readings: readonly Reading[]): string | null {
  for (const { text } of readings) {
    const host = findHost(text);
    if (host !== null) return host;
  }
  return null;
}

function makeThrottle(
  signs: ThrottleSigns,
  about: Case,
  readings: readonly Reading[],
  replyCode: number | null,
  remoteMta: string | null,
): Throttle {
  const spoken = readings.map(({ plain }) => findStage(plain)).find((stage) => stage !== null);
  return {
    phrase: signs.phrase,
    permanent: replyCode === null ? null : replyCode >= 500,
    stage: signs.stage ?? about.stage ?? spoken ?? null,
    connectionIp: signs.connectionIp,
    tag: signs.tag,
    node: signs.node,
    direction: directionOf(remoteMta, about.alibabaNotice),
  };
}
