import type { Problem, ProblemCode } from '../../result.ts';
import type { Progress } from './progress.ts';
import type { Outcome } from './steps.ts';

/** The server says itself that the account is locked. Its wording is not documented: several are known. */
const lockWords =
  /\block(ed|out)?\b|\bfrozen\b|too many (failed|wrong|incorrect|invalid)|锁定|冻结/i;

const outcomeByCode: Partial<Record<ProblemCode, Outcome>> = {
  'host-not-found': 'unreachable',
  'connection-refused': 'unreachable',
  'connection-timeout': 'unreachable',
  'connection-closed': 'unreachable',
  'network-unreachable': 'unreachable',
  'certificate-untrusted': 'untrusted',
  'certificate-wrong-host': 'untrusted',
  'certificate-expired': 'untrusted',
  'tls-failed': 'untrusted',
  'not-imap': 'untrusted',
  'server-busy': 'busy',
  'login-refused': 'refused',
};

/** What a trial that did not get in tells about the password: mostly nothing. */
export function outcomeOf({ code, detail }: Problem): Outcome {
  const outcome = outcomeByCode[code] ?? 'not-possible';
  const spoken = outcome === 'refused' || outcome === 'busy';
  return spoken && detail !== null && lockWords.test(detail) ? 'locked' : outcome;
}

export const refusalCauses = [
  'security-password',
  'first-logon',
  'typed-differently',
  'not-saved',
  'blocked',
  'locked',
  'imap-off',
] as const;
export type RefusalCause = (typeof refusalCauses)[number];

/** What a refusal after a change can mean, most likely first for this change. The site was right before. */
export function causesOf({ kind, changer, step }: Progress): RefusalCause[] {
  const first: RefusalCause[] =
    step === 'update' && kind === 'security-password'
      ? ['typed-differently', 'not-saved']
      : ['security-password', 'typed-differently', 'not-saved'];
  const byAdministrator: RefusalCause[] = changer === 'administrator' ? ['first-logon'] : [];
  return [...byAdministrator, ...first, 'locked', 'blocked', 'imap-off'];
}
