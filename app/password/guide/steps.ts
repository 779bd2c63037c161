/**
 * The steps of a password change, in the order that protects from the lockout: whatever still knows the old
 * password is paused before the change and gets the new one after it was proven, one at a time. Alibaba locks an
 * account for an hour after several wrong passwords, and a forgotten phone tries again all by itself.
 */
export const guideSteps = [
  'who',
  'kind',
  'pause',
  'choose',
  'change',
  'verify',
  'update',
  'review',
  'resume',
  'done',
] as const;
export type GuideStep = (typeof guideSteps)[number];

/** The owner changes it in webmail, an administrator in the console. */
export const changers = ['owner', 'administrator'] as const;
export type Changer = (typeof changers)[number];

/** Which password this app signs in with; with a client security password on, the webmail password is refused. */
export const passwordKinds = ['account-password', 'security-password', 'unknown'] as const;
export type PasswordKind = (typeof passwordKinds)[number];

/** Where to look after a change, above all after a theft: the forgotten ways back in. */
export const reviewItems = [
  'security-passwords',
  'filter-rules',
  'auto-forwarding',
  'login-log',
  'security-phone',
] as const;
export type ReviewItem = (typeof reviewItems)[number];

/** What a trial login can end with, told apart because each means something else to the owner. */
export const outcomes = [
  'accepted',
  'refused',
  'locked',
  'same-as-before',
  'unreachable',
  'busy',
  'untrusted',
  'not-possible',
] as const;
export type Outcome = (typeof outcomes)[number];

export const isBefore = (a: GuideStep, b: GuideStep): boolean =>
  guideSteps.indexOf(a) < guideSteps.indexOf(b);

export function stepAfter(step: GuideStep): GuideStep {
  return guideSteps[guideSteps.indexOf(step) + 1] ?? 'done';
}
