import { findAddress } from '../decode/address.ts';
import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** Gmail and Google Workspace; before 2016 as bare text without a delivery report. */
export const gmail: Family = {
  name: 'gmail',
  recognises: (letter) => /mailer-daemon@(?:googlemail|google|gmail)\.com/.test(letter.from),
  read: (text) => {
    const listed = readBlocks(text.lines, { headings: ['alone'], until: /^\s{0,4}-{3,}/ }).cases;
    if (listed.length > 0) return { cases: listed };
    const sentence =
      /(?:delivered to|delivering your message to|enviar? .{0,30} a|to) ([^\s]{1,320}@[^\s]{1,253})[\s\S]{0,40}(?:because|\.|has|Gmail)/i.exec(
        text.text,
      );
    const response = /response (?:from the remote server )?was:\s{0,20}([\s\S]{1,1500})/i.exec(
      text.text,
    )?.[1];
    const recipient = sentence ? findAddress(sentence[1] ?? '') : null;
    return {
      cases:
        recipient === null ? [] : [{ recipient, texts: [response ?? text.text.slice(0, 1500)] }],
    };
  },
  delayed: /delivery incomplete|\bDelay\b|temporary problem|will retry|has been delayed/i,
};
