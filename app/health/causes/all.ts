import type { Cause } from '../cause.ts';
import { judgeForgedSender } from './forged-sender.ts';
import type { CauseInput } from './input.ts';
import { judgePace } from './pace.ts';
import { judgeStolenAccount } from './stolen-account.ts';
import { judgeWeakPassword } from './weak-password.ts';

/** The four causes of docs/health.md, each judged for itself: more than one can hold. */
export const judgeCauses = (input: CauseInput): Cause[] => [
  judgePace(input),
  judgeWeakPassword(input),
  judgeStolenAccount(input),
  judgeForgedSender(input),
];
