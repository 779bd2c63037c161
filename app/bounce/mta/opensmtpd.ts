import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

/** OpenSMTPD: "user@dest: reply" in a list; no host, no Diagnostic-Code. */
export const opensmtpd: Family = {
  name: 'opensmtpd',
  recognises: (letter) =>
    /this is the MAILER-DAEMON, please DO NOT REPLY/i.test(letter.human().whole),
  read: (text) => ({
    cases: readBlocks(text.lines, {
      headings: ['reply', 'alone', 'brackets'],
      until: /^\s{0,8}below is/i,
    }).cases,
  }),
  delayed:
    /has remained undelivered|will (?:be|keep) (?:retried|trying)|not yet (?:been )?delivered|warning/i,
};
