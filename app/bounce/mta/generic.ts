import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

/** The mail's own To and Subject stand above it. */
const belowIt = /did not reach (?:the following|these) recipient/i;
/** Says again that a list of recipients follows. */
const repeatedOpening = /^\s{0,8}the following recipients? did not receive/i;

/** Any other server: every known way to name a recipient, then labels. Last in the registry. */
export const generic: Family = {
  name: 'generic',
  recognises: () => true,
  read: (text) => {
    const { cases } = readBlocks(text.lines, {
      headings: ['brackets', 'alone', 'reply', 'quoted', 'dated', 'named', 'failing'],
      skip: repeatedOpening,
      ...(text.lines.some((line) => belowIt.test(line)) ? { from: belowIt } : {}),
    });
    if (!cases.some(({ texts }) => texts.length > 0)) return readLabelled(text.lines);
    const subject = /^with subject (\S.{0,300}) sent on the /im.exec(text.text)?.[1];
    return { cases, told: { subject } };
  },
  delayed:
    /\bdelay(?:ed)?\b|not yet been delivered|will (?:be retried|keep trying|continue)|warning only|延迟/i,
};
