import { collapse } from '../decode/text.ts';
import type { SmtpStage } from '../notice.ts';
import { readBlocks } from './blocks.ts';
import type { Family, TextCase } from './family.ts';

const transcriptMark = /-{3,}\s{0,3}transcript of session follows/i;
const addressMark = /-{3,}\s{0,3}the following addresses? (?:had|has)/i;

/** Sendmail: recipients with "(reason: …)", then a transcript whose "<<<" lines are the replies. */
export const sendmail: Family = {
  name: 'sendmail',
  recognises: (letter) => {
    const text = letter.human().whole;
    return transcriptMark.test(text) || addressMark.test(text);
  },
  read: (text) => {
    const at = text.lines.findIndex((line) => transcriptMark.test(line));
    const before = at < 0 ? text.lines : text.lines.slice(0, at);
    const transcript = at < 0 ? [] : text.lines.slice(at + 1, at + 400);
    const { cases } = readBlocks(before, {
      headings: ['brackets', 'alone', 'named'],
      from: addressMark,
      until: transcriptMark,
    });
    const session = readTranscript(transcript);
    return {
      cases: cases.map((one) => withSession(one, session)),
      shared: session.length > 0 ? [] : [collapse(transcript.join(' '))],
    };
  },
  delayed:
    /warning: message still undelivered|had transient non-fatal errors|will be (?:tried|retried)|\bWARNING ONLY\b/i,
};

interface Exchange {
  readonly host: string | null;
  readonly command: string;
  /** Lines of one reply joined. */
  reply: string;
  /** The last line had a hyphen behind its code: more follows (RFC 5321 section 4.2.1). */
  open: boolean;
  /** A 503 came behind it: with pipelining, an earlier command was refused, not the one shown. */
  pipelined: boolean;
}

function readTranscript(lines: readonly string[]): Exchange[] {
  const session: Exchange[] = [];
  let host: string | null = null;
  let command = '';
  for (const line of lines) {
    const talking = /while talking to \[?([^\s\]:]{1,253})/i.exec(line)?.[1];
    if (talking) host = talking.toLowerCase().replace(/\.$/, '');
    else if (/^\s{0,3}>>>/.test(line)) command = line.replace(/^\s{0,3}>>>\s{0,3}/, '');
    else if (/^\s{0,3}<<<\s{0,3}503\b/.test(line)) {
      for (const exchange of session) if (exchange.command === command) exchange.pipelined = true;
    } else if (/^\s{0,3}<<</.test(line)) {
      const reply = line.replace(/^\s{0,3}<<<\s{0,3}/, '');
      const last = session.at(-1);
      if (last?.open) {
        last.reply += ` ${reply}`;
        last.open = reply[3] === '-';
      } else session.push({ host, command, reply, open: reply[3] === '-', pipelined: false });
    }
  }
  return session;
}

/** The refusal that a recipient met: of its own RCPT, or the one its reason repeats, or the only one there is. */
function withSession(one: TextCase, session: readonly Exchange[]): TextCase {
  const name = one.recipient ?? '';
  const reason = collapse(one.texts.join(' ')).replace(/^\(?(?:reason|expanded from): ?/i, '');
  const names = (text: string) => name !== '' && text.toLowerCase().includes(name);
  const repeats = ({ reply }: Exchange) => reason !== '' && sameStart(collapse(reply), reason);
  const refusals = session.filter(({ reply }) => /^[45]/.test(reply));
  const unnamed = reason === '' ? refusals.filter(({ command }) => !/^RCPT/i.test(command)) : [];
  const chosen =
    refusals.find(({ command, reply }) => names(command) || names(reply)) ??
    refusals.find(repeats) ??
    unnamed[0];
  if (!chosen) return one;
  return {
    recipient: one.recipient,
    texts: [chosen.reply, ...one.texts],
    remoteMta: /[a-z]/.test(chosen.host ?? '') ? chosen.host : null,
    stage: stageOf(chosen),
  };
}

/** Sendmail repeats the first line of a reply as the reason, and may cut it. */
const sameStart = (reply: string, reason: string): boolean =>
  reason.length >= 8 && reply.startsWith(reason.replace(/\)$/, '').slice(0, 40));

function stageOf({ command, pipelined }: Readonly<Exchange>): SmtpStage | null {
  if (/^RCPT/i.test(command)) return 'rcpt';
  if (/^MAIL/i.test(command)) return 'mail';
  if (/^DATA/i.test(command)) return pipelined ? 'rcpt' : 'data';
  return null;
}
