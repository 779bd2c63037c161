import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

/** Sina and Sohu: labels in Chinese, the reply on a row of its own. */
export const sina: Family = {
  name: 'sina',
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:sina|sohu|sinanet|vip\.sina)\.(?:com|cn|net)/.test(letter.from),
  read: (text) => readLabelled(text.lines),
};
