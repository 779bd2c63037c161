import { firstField } from '../decode/header.ts';
import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

/** Coremail, as 163, 126, 263 and many campuses run it: 系统退信, often gb2312 in base64. */
export const coremail: Family = {
  name: 'coremail',
  recognises: (letter) =>
    /coremail/i.test(firstField(letter.fields, 'x-mailer')) ||
    /@(?:163|126|263|yeah|188)\.(?:com|net)/.test(letter.from) ||
    /抱歉[,，]您的邮件被退回来了|系统退信/.test(
      letter.subject + letter.human().whole.slice(0, 500),
    ),
  read: (text) => readLabelled(text.lines),
};
