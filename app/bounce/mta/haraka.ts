import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** Haraka: its default notice may lack From and Subject; the report holds what the text leaves out. */
export const haraka: Family = {
  name: 'haraka',
  recognises: (letter) =>
    /this is the haraka|haraka mail(?:er| server)|(?:intended|following) recipients?[\s\S]{0,40}could not be delivered/i.test(
      letter.human().whole,
    ),
  read: (text) => ({
    cases: readBlocks(text.lines, { headings: ['brackets', 'reply', 'alone'] }).cases,
  }),
  delayed: /temporar(?:y|ily)|delayed/i,
};
