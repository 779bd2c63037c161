import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** nullmailer: names every recipient, gives one reply for all of them, in the delivery report only. */
export const nullmailer: Family = {
  name: 'nullmailer',
  recognises: (letter) => /nullmailer/i.test(letter.human().whole),
  read: (text) => ({
    cases: readBlocks(text.lines, { headings: ['brackets', 'alone', 'reply'] }).cases,
  }),
};
