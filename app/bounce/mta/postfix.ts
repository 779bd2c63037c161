import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** Postfix (bounce(8)), also as Yandex and many appliances run it: "<user@dest>: host … said: …", folded. */
export const postfix: Family = {
  name: 'postfix',
  recognises: (letter) =>
    /this is the (?:mail system|postfix program) at host/i.test(letter.human().whole),
  read: (text) => {
    const { cases, preamble } = readBlocks(text.lines, { headings: ['brackets'] });
    return {
      cases,
      reportingMta: /at host ([^\s]{1,253}?)\.?(?:\s|$)/i.exec(preamble)?.[1] ?? null,
    };
  },
  delayed: /this is a warning only|has not been delivered|could not be delivered for more than/i,
};
