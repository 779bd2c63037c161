import { alibaba } from './alibaba.ts';
import { coremail } from './coremail.ts';
import { courier } from './courier.ts';
import { dma } from './dma.ts';
import { exchange } from './exchange.ts';
import { exim } from './exim.ts';
import type { Family } from './family.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { haraka } from './haraka.ts';
import { nullmailer } from './nullmailer.ts';
import { opensmtpd } from './opensmtpd.ts';
import { postfix } from './postfix.ts';
import { qmail } from './qmail.ts';
import { sendmail } from './sendmail.ts';
import { ses } from './ses.ts';
import { sina } from './sina.ts';
import { tencent } from './tencent.ts';
import { yahoo } from './yahoo.ts';
import { zoho } from './zoho.ts';

/** Most telling marks first; the generic layout recognises everything. */
export const families: readonly Family[] = [
  alibaba,
  postfix,
  sendmail,
  qmail,
  opensmtpd,
  dma,
  zoho,
  gmail,
  ses,
  yahoo,
  exchange,
  coremail,
  tencent,
  sina,
  courier,
  nullmailer,
  exim,
  haraka,
  generic,
];
