import { useEffect, useState } from 'react';
import type { SettingsChange } from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';

/** Long enough to be noticed beside what was just chosen. */
const shownMs = 2500;

export interface Save {
  /** Main tells everybody who shows the settings, this screen too. */
  readonly change: (change: SettingsChange) => void;
  readonly problem: Problem | null;
  /** Something was stored a moment ago. */
  readonly saved: boolean;
}

/** Stores a choice as soon as it is made, and knows for a moment that it was. */
export function useSave(): Save {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [times, setTimes] = useState(0);
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (times === shown) return;
    const timer = setTimeout(() => {
      setShown(times);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [times, shown]);
  const save = async (change: SettingsChange) => {
    const answer = await client.changeSettings(change);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setTimes((before) => before + 1);
  };
  return { change: (change) => void save(change), problem, saved: times !== shown };
}
