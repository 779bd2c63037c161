import { cleanAddress } from '../decode/address.ts';
import type { Family } from './family.ts';

const opening = /this is the dragonfly mail agent(?: \S{1,40})? at ([^\s]{1,253}?)\.?\s/i;
const failure =
  /there was an error delivering your mail to <([^<>\s]{1,320})>\.?\s{0,20}([\s\S]{0,3000})/i;

/** DragonFly Mail Agent: one recipient, the reason in a paragraph, no delivery report. */
export const dma: Family = {
  name: 'dma',
  recognises: (letter) => opening.test(letter.human().whole),
  read: ({ text }) => {
    const found = failure.exec(text);
    const reason =
      (found?.[2] ?? '').split(/\n\s*\n?\s*(?:original )?message headers follow/i)[0] ?? '';
    return {
      cases: found?.[1] ? [{ recipient: cleanAddress(found[1]), texts: [reason] }] : [],
      reportingMta: opening.exec(text)?.[1] ?? null,
    };
  },
};
