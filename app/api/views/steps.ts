import type { ConnectStep as Step } from '../../mailbox/imap/steps.ts';
import type { ConnectStep } from '../contract.ts';

/** The steps as they cross to the window: the same facts, in lists of their own. */
export const toSteps = (steps: readonly Step[]): ConnectStep[] =>
  steps.map(({ seen, certificate, ...step }) => ({
    ...step,
    seen: seen && toSeen(seen),
    certificate: certificate && {
      ...certificate,
      names: [...certificate.names],
      faults: [...certificate.faults],
    },
  }));

function toSeen(seen: NonNullable<Step['seen']>): NonNullable<ConnectStep['seen']> {
  if (seen.step === 'name') return { ...seen, addresses: [...seen.addresses] };
  if (seen.step === 'login') return { ...seen, capabilities: [...seen.capabilities] };
  return seen;
}
