import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Problem, Result } from '../app/result.ts';
import type { Asked } from './use-answer.ts';

/**
 * Like useAnswer, for keys that change with every frame (a wheel, a held key): one question at a time is on its
 * way, then the newest one; those between are never asked. No timer, so the first one goes at once.
 */
export function useLatestAnswer<T>(
  key: string,
  ask: () => Promise<Result<T>>,
): Asked<T> & { readonly key: string | null } {
  const [answer, setAnswer] = useState<{
    readonly key: string | null;
    readonly value: T | null;
    readonly problem: Problem | null;
  }>({ key: null, value: null, problem: null });
  const wanted = useRef<string | null>(null);
  const busy = useRef(false);

  const next = useEffectEvent(async () => {
    if (busy.current) return;
    busy.current = true;
    const asking = key;
    const result = await ask();
    busy.current = false;
    if (wanted.current === null) return;
    setAnswer((before) =>
      result.ok
        ? { key: asking, value: result.value, problem: null }
        : { key: asking, value: before.value, problem: result.problem },
    );
  });

  // Runs for each new key, and again when an answer came to a key that is no longer wanted.
  const answered = answer.key;
  useEffect(() => {
    wanted.current = key;
    if (answered !== key) void next();
  }, [key, answered]);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );

  return { value: answer.value, problem: answer.problem, loading: answered !== key, key: answered };
}
