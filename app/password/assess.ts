import { judgePolicy, policyNotes, type PolicyVerdict } from './policy.ts';
import { strongFrom, type Strength, type StrengthEstimator } from './strength.ts';

export const passwordNotes = [...policyNotes, 'weak'] as const;
export type PasswordNote = (typeof passwordNotes)[number];

export interface Assessment extends Pick<PolicyVerdict, 'compliant' | 'rules'> {
  readonly strength: Strength;
  readonly notes: readonly PasswordNote[];
}

/** Rules and strength together: a password that complies can still be one that everybody tries first. */
export function assessPassword(
  password: string,
  account: string,
  estimator: StrengthEstimator,
): Assessment {
  const { compliant, rules, notes } = judgePolicy(password, account);
  const strength = estimator.estimate(password, account);
  const weak = compliant && strength.score < strongFrom;
  return { compliant, rules, strength, notes: weak ? [...notes, 'weak'] : notes };
}
