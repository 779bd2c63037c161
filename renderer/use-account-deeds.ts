import { useState } from 'react';
import type { Account } from '../app/api/contract.ts';
import type { Problem, Result } from '../app/result.ts';
import { client } from './client.ts';

/** What one does to an account from anywhere in the window, and why the last of it could not be begun. */
export function useAccountDeeds(account: Account | null, onSignIn: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const begin = async (deed: () => Promise<Result<unknown>>): Promise<void> => {
    setProblem(null);
    const answer = await deed();
    if (!answer.ok) setProblem(answer.problem);
  };
  return {
    problem,
    forgetProblem: () => {
      setProblem(null);
    },
    scan: async (): Promise<void> => {
      if (account === null) return;
      if (account.sample) await begin(client.scanSample);
      else if (account.canScan) await begin(() => client.scanAgain(account.id));
      else onSignIn();
    },
    watch: async (on: boolean): Promise<void> => {
      if (account === null) return;
      if (on && !account.canScan) onSignIn();
      else await begin(() => client.setWatch(account.id, on));
    },
  } as const;
}
