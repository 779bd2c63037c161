import { useState } from 'react';
import type { Problem } from '../app/result.ts';
import { client } from './client.ts';

/** Opens the sample mailbox, from wherever it is offered. */
export function useSample(onOpened: (accountId: number) => void): {
  readonly opening: boolean;
  readonly problem: Problem | null;
  readonly open: () => void;
} {
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async () => {
    setOpening(true);
    const answer = await client.scanSample();
    setOpening(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onOpened(answer.value.accountId);
  };
  return { opening, problem, open: () => void open() };
}
