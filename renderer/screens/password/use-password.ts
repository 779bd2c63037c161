import { useCallback, useEffect, useState } from 'react';
import type { PasswordState } from '../../../app/api/contract.ts';
import type { GuideEvent } from '../../../app/password/guide/events.ts';
import type { Problem, Result } from '../../../app/result.ts';
import { client } from '../../client.ts';

/** What the screen shows and how it changes; every answer of main is the whole state. */
export interface PasswordDesk {
  readonly accountId: number;
  readonly state: PasswordState | null;
  readonly problem: Problem | null;
  /** Asks main for a change and shows what it answers; null where it could not. */
  run(ask: () => Promise<Result<PasswordState>>): Promise<PasswordState | null>;
  send(event: GuideEvent): Promise<PasswordState | null>;
}

/** @param onChanged told after each change, since others show whether the account can scan */
export function usePassword(accountId: number, onChanged: () => void): PasswordDesk {
  const [state, setState] = useState<PasswordState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = useCallback((answer: Result<PasswordState>) => {
    if (answer.ok) setState(answer.value);
    setProblem(answer.ok ? null : answer.problem);
    return answer.ok ? answer.value : null;
  }, []);

  useEffect(() => {
    let current = true;
    void client.passwordState(accountId).then((answer) => {
      if (current) take(answer);
    });
    return () => {
      current = false;
    };
  }, [accountId, take]);

  const run: PasswordDesk['run'] = async (ask) => {
    const next = take(await ask());
    onChanged();
    return next;
  };
  return {
    accountId,
    state,
    problem,
    run,
    send: (event) => run(() => client.passwordGuide({ accountId, event })),
  };
}
