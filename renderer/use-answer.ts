import { useEffect, useEffectEvent, useState } from 'react';
import type { Problem, Result } from '../app/result.ts';

export interface Asked<T> {
  /** The last good answer; it stays while the next one is on its way, so that nothing jumps. */
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
}

/**
 * Asks again whenever the key changes (null: do not ask). An answer to an older key is dropped, so the
 * screen never shows the past over the present.
 */
export function useAnswer<T>(key: string | null, ask: () => Promise<Result<T>>): Asked<T> {
  const [answer, setAnswer] = useState<{
    readonly key: string | null;
    readonly value: T | null;
    readonly problem: Problem | null;
  }>({ key: null, value: null, problem: null });
  const askNow = useEffectEvent(ask);

  useEffect(() => {
    if (key === null) return;
    let current = true;
    void askNow().then((result) => {
      if (!current) return;
      setAnswer((before) =>
        result.ok
          ? { key, value: result.value, problem: null }
          : { key, value: before.value, problem: result.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [key]);

  return { value: answer.value, problem: answer.problem, loading: answer.key !== key };
}
