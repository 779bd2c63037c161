import { useEffect, useState } from 'react';
import type { Problem, Result } from '../../../app/result.ts';
import { client } from '../../client.ts';

export interface StoreState {
  /** Why the database cannot be used; null: it can. */
  readonly problem: Problem | null;
  /** Where the damaged file is kept since the fresh start, until the person has seen it. */
  readonly keptAs: string | null;
  readonly busy: boolean;
  readonly tryAgain: () => Promise<void>;
  readonly startAfresh: () => Promise<void>;
  readonly goOn: () => void;
}

/** Follows the database on this computer: main tells when it turns out damaged and when it is back. */
export function useStore(atStart: Problem | null): StoreState {
  const [problem, setProblem] = useState(atStart);
  const [keptAs, setKeptAs] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => client.onStoreChanged(setProblem), []);

  const ask = async <T>(question: () => Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    const answer = await question();
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    return answer.ok ? answer.value : null;
  };
  return {
    ...{ problem, keptAs, busy },
    async tryAgain() {
      await ask(client.reopenStore);
    },
    async startAfresh() {
      const begun = await ask(client.startAfresh);
      if (begun !== null) setKeptAs(begun.keptAs);
    },
    goOn() {
      setKeptAs(null);
    },
  };
}
