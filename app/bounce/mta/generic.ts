import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

/** Any other server: every known way to name a recipient, then labels. Last in the registry. */
export const generic: Family = {
  name: 'generic',
  recognises: () => true,
  read: (text) => {
    const { cases } = readBlocks(text.lines, {
      headings: ['brackets', 'alone', 'reply', 'quoted', 'named'],
    });
    return cases.some(({ texts }) => texts.length > 0) ? { cases } : readLabelled(text.lines);
  },
  delayed:
    /\bdelay(?:ed)?\b|not yet been delivered|will (?:be retried|keep trying|continue)|warning only|延迟/i,
};
