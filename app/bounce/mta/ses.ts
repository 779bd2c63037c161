import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** Amazon SES: a delivery report whose text only lists the recipients; old ones carry a report as text. */
export const ses: Family = {
  name: 'ses',
  recognises: (letter) => /@(?:[\w-]+\.)*amazonses\.com/.test(letter.from),
  read: (text) => ({
    cases: readBlocks(text.lines, { headings: ['alone', 'reply', 'brackets'] }).cases,
  }),
  delayed: /will (?:be )?retr|delayed/i,
};
