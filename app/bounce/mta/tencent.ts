import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

/** Tencent exmail and QQ: 来自<domain>的退信, 无法发送到 <address>, 退信原因. */
export const tencent: Family = {
  name: 'tencent',
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:qq|exmail\.qq|foxmail|tencent)\.com/.test(letter.from) ||
    /很抱歉[,，]?您发送的邮件被退回/.test(letter.human().whole),
  read: (text) => readLabelled(text.lines),
};
