import { useEffect, useState } from 'react';
import type { Strength } from '../../../app/password/strength.ts';
import { estimateStrength } from './strength.ts';

/** Typing pauses for this long before an estimate is asked for. */
const pause = 120;

export interface Estimate {
  /** The last estimate; while a newer one is on its way it stays, so that nothing flickers. Null: none, or none could be made. */
  readonly strength: Strength | null;
  readonly current: boolean;
}

export function useStrength(password: string, account: string): Estimate {
  const [known, setKnown] = useState<{ of: string; strength: Strength | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      // What was typed and cleared is not to stay in memory here.
      if (password === '') setKnown(null);
      else
        void estimateStrength(password, account)
          .catch(() => null)
          .then((strength) => {
            if (wanted) setKnown({ of: password, strength });
          });
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [password, account]);
  if (password === '') return { strength: null, current: true };
  return { strength: known?.strength ?? null, current: known?.of === password };
}
