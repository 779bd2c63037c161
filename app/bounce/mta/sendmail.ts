import { collapse } from '../decode/text.ts';
import type { SmtpStage } from '../notice.ts';
import { readBlocks } from './blocks.ts';
import type { Family, TextCase } from './family.ts';
import { wholeText } from './family.ts';

const transcriptMark = /-{3,}\s{0,3}transcript of session follows/i;
const addressMark = /-{3,}\s{0,3}the following addresses? (?:had|has)/i;

/** Sendmail: recipients with "(reason: …)", then a transcript whose "<<<" lines are the replies. */
export const sendmail: Family = {
  name: 'sendmail',
  recognises: (letter) => {
    const text = wholeText(letter);
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
  readonly reply: string;
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
    else if (/^\s{0,3}<<<\s{0,3}503\b/.test(line)) markPipelined(session.at(-1));
    else if (/^\s{0,3}<<</.test(line)) {
      const reply = line.replace(/^\s{0,3}<<<\s{0,3}/, '');
      const last = session.at(-1);
      const continues = last?.command === command && last.reply.slice(0, 3) === reply.slice(0, 3);
      if (continues)
        session[session.length - 1] = { ...last, reply: `${last.reply} ${reply.slice(4)}` };
      else session.push({ host, command, reply, pipelined: false });
    }
  }
  return session;
}

function markPipelined(exchange: Exchange | undefined): void {
  if (exchange) exchange.pipelined = true;
}

/** The refusals that a recipient met: of its own RCPT, else of commands that name no recipient. */
function withSession(one: TextCase, session: readonly Exchange[]): TextCase {
  const name = one.recipient ?? '';
  const own = session.filter(
    ({ command, reply }) =>
      name !== '' && (command.toLowerCase().includes(name) || reply.toLowerCase().includes(name)),
  );
  const relevant = own.length > 0 ? own : session.filter(({ command }) => !/^RCPT/i.test(command));
  const chosen = relevant.find(({ reply }) => /^[45]/.test(reply)) ?? relevant[0];
  if (!chosen) return one;
  return {
    recipient: one.recipient,
    texts: [...one.texts, chosen.reply],
    remoteMta: chosen.host,
    stage: stageOf(chosen),
  };
}

function stageOf({ command, pipelined }: Exchange): SmtpStage | null {
  if (/^RCPT/i.test(command)) return 'rcpt';
  if (/^MAIL/i.test(command)) return 'mail';
  if (/^DATA/i.test(command)) return pipelined ? 'rcpt' : 'data';
  return null;
}
