import { addressPattern, cleanAddress } from '../decode/address.ts';
import type { Family, TextCase } from './family.ts';

const entry = new RegExp(
  `^\\s{0,8}[\\[<]?(${addressPattern.source})[\\]>]?\\s{0,4},?\\s{0,4}(.{0,200}ERROR[_ ]CODE.{0,2000})$`,
  'i',
);

/** Zoho: "user@dest Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 …" on one line. */
export const zoho: Family = {
  name: 'zoho',
  recognises: (letter) => /ERROR[_ ]CODE\s?:/i.test(letter.human().whole),
  read: (text) => {
    const cases: TextCase[] = [];
    for (const line of text.lines) {
      const found = entry.exec(line);
      if (found?.[1])
        cases.push({ recipient: cleanAddress(found[1]), texts: [plain(found[2] ?? '')] });
    }
    return { cases };
  },
  delayed: /delayed|will be retried/i,
};

/** "ERROR_CODE :550, ERROR_CODE :5.1.1 x" → "550 5.1.1 x", so that a reply is found where it is. */
const plain = (reason: string): string =>
  reason
    .replace(/,?\s?ERROR[_ ]CODE\s?:\s?(\d{3}),?\s?(?:ERROR[_ ]CODE\s?:\s?)?/gi, ': $1 ')
    .trim();
