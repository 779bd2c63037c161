import { firstField } from '../decode/header.ts';
import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

const opening =
  /created automatically by mail delivery software|message (?:from|was sent by) .{0,80}mail delivery software/i;

/**
 * Exim, also as Mail.ru and cPanel hosts run it: the recipient alone on an indented line, the reason
 * indented below it. Localised templates change every word but keep X-Failed-Recipients and the shape.
 */
export const exim: Family = {
  name: 'exim',
  recognises: (letter) =>
    opening.test(letter.human().whole) ||
    (letter.fields.has('x-failed-recipients') && !/google/i.test(letter.from)) ||
    /^<?E1[A-Za-z0-9-]{10,30}@/.test(firstField(letter.fields, 'message-id')),
  read: (text) => {
    const options = {
      headings: ['alone', 'reply', 'brackets'],
      until: /^(?:no action is required|delivery attempts will continue)/i,
      skip: /^\s*\((?:ultimately )?generated from/i,
    } as const;
    const subject = /^the subject of the message is:[ \t]{1,20}(\S.{0,990})$/im.exec(
      text.text,
    )?.[1];
    return { cases: readBlocks(text.lines, options).cases, told: { subject } };
  },
  delayed:
    /not yet been delivered|has not been delivered to all|\bdelayed\b|delivery attempts will continue/i,
};
