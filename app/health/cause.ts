export const causeNames = ['pace', 'weak-password', 'stolen-account', 'forged-sender'] as const;
export type CauseName = (typeof causeNames)[number];

export const likelihoods = ['likely', 'possible', 'unlikely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** Where a sentence of evidence can be looked at. */
export const bases = [
  'episodes',
  'sent',
  'notices',
  'password',
  'connection-ips',
  'programs',
  'hours',
] as const;
export type Basis = (typeof bases)[number];

/** One observation; the text room makes it a sentence from its code and values. */
export interface Evidence {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly basis: Basis | null;
}

export interface Cause {
  readonly name: CauseName;
  readonly likelihood: Likelihood;
  readonly evidence: readonly Evidence[];
}
