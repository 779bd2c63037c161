import { firstField } from '../decode/header.ts';
import { readBlocks } from './blocks.ts';
import type { SmtpStage } from '../notice.ts';
import type { Family } from './family.ts';

/** Courier: "<user@dest>:", then the server and the dialogue as ">>>" and "<<<" lines. */
export const courier: Family = {
  name: 'courier',
  recognises: (letter) =>
    /courier mail server/i.test(letter.human().whole) ||
    /^<courier\./i.test(firstField(letter.fields, 'message-id')),
  read: (text) => {
    const { cases, preamble } = readBlocks(text.lines, {
      headings: ['brackets', 'alone'],
      until: /^-{20,}/,
    });
    return {
      cases: cases.map((one) => {
        const reason = one.texts[0] ?? '';
        return { ...one, remoteMta: serverIn(reason), stage: stageIn(reason) };
      }),
      reportingMta: /notification from ([^\s,]{1,253})/i.exec(preamble)?.[1] ?? null,
    };
  },
  delayed:
    /will be (?:re)?tr(?:ied|y)|delayed|is not a permanent failure|has been delayed|not yet been delivered/i,
};

const serverIn = (reason: string): string | null => {
  const host = /^\s*([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})\s{0,3}[[(]/.exec(reason)?.[1];
  return host?.toLowerCase() ?? null;
};

const stages: Readonly<Record<string, SmtpStage>> = { MAIL: 'mail', RCPT: 'rcpt', DATA: 'data' };

/** Of several attempts the last counts. Unlike Sendmail, Courier quotes the very command that was refused. */
const stageIn = (reason: string): SmtpStage | null => {
  const commands = [...reason.matchAll(/^\s{0,8}>>>\s{0,3}([A-Za-z]{4})\b/gm)];
  return stages[commands.at(-1)?.[1]?.toUpperCase() ?? ''] ?? null;
};
