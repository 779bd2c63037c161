import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

const opening =
  /this is the qmail-send program|this is the .{0,40} at [^\s]{1,253}[\s\S]{0,80}i'm afraid i wasn't able to deliver|i(?:'m afraid i)? wasn't able to deliver your message|does not like recipient\.\s{1,3}remote host said:/i;

/** qmail (qmail-send(8), QSBMF): "<user@dest>:" and the reason below, "Remote host said: …". */
export const qmail: Family = {
  name: 'qmail',
  recognises: (letter) => opening.test(letter.human().whole),
  read: (text) => {
    const { cases, preamble } = readBlocks(text.lines, {
      headings: ['brackets'],
      until: /^---? ?(?:below|mensaje|end)/i,
    });
    return {
      cases: cases.map((one) => ({ ...one, remoteMta: serverIn(one.texts[0] ?? '') })),
      reportingMta: /program at ([^\s]{1,253}?)\.?(?:\s|$)/i.exec(preamble)?.[1] ?? null,
    };
  },
};

/** qmail-remote names the server by its address: "203.0.113.7 does not like recipient." */
const serverIn = (reason: string): string | null =>
  /^\s*(?:connected to )?(\d{1,3}(?:\.\d{1,3}){3})\b/i.exec(reason)?.[1] ?? null;
