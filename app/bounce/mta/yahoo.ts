import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** Yahoo and AOL: "<user@dest>:" and the reply below, with the command in brackets. */
export const yahoo: Family = {
  name: 'yahoo',
  recognises: (letter) =>
    /mailer-daemon@(?:[\w.-]*\.)?(?:yahoo|aol|yahoodns|sky|att|bizmail\.yahoo)[\w.]*/.test(
      letter.from,
    ),
  read: (text) => ({
    cases: readBlocks(text.lines, { headings: ['brackets', 'alone'], until: /^\s{0,4}-{3}/ }).cases,
  }),
  delayed: /delayed|will (?:continue|keep)/i,
};
