import type { SeededRandom } from './random.ts';

/**
 * The replies of Alibaba's help page (the four documented forms) and the two sister phrases, with the
 * tag, node and address filled in.
 */
export const throttleForms = [
  'transient',
  'transient-rcpt',
  'permanent',
  'permanent-rcpt',
  'much-too',
  'unexpected',
] as const;
export type ThrottleForm = (typeof throttleForms)[number];

export function throttleReply(form: ThrottleForm, ip: string, random: SeededRandom): string {
  const rule = { 'much-too': '69', unexpected: '67' }[form as string] ?? '68';
  const tag = `01201311R${random.hex(2).toLowerCase()}${rule}S${random.digits(10)}`;
  const bat = `ANTISPAM_BAT[${tag}, ay29a0330${random.digits(8)}]`;
  const state = `(Connection IP address:${ip})`;
  switch (form) {
    case 'transient':
      return `454 Transient reject by behaviour spam${bat}: too frequently sending`;
    case 'transient-rcpt':
      return `454 Transient reject by behaviour spam at Rcpt State${state}${bat}: too frequently sendingCONTINUE`;
    case 'permanent':
      return `554 Reject by behaviour spam${bat}: too frequently sending`;
    case 'permanent-rcpt':
      return `554 Reject by behaviour spam at Rcpt State${state}${bat}: too frequently sendingCONTINUE`;
    case 'much-too':
      return `454 Transient reject by behaviour spam at Rcpt State${state}${bat}: much too frequently sendingCONTINUE`;
    case 'unexpected':
      return `454 Transient reject by behaviour spam at DATA State${state}${bat}: currently unexpected sending`;
  }
}

export const isPermanent = (form: ThrottleForm): boolean => form.startsWith('permanent');
