import { useEffect, useRef, useState } from 'react';

/**
 * A value that follows at once after a rest, but waits for one while changes come closer together than `restMs`: for
 * what is too much to draw with each step of a wheel or a held key.
 */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const rested = performance.now() - changed.current >= restMs;
    changed.current = performance.now();
    const timer = setTimeout(
      () => {
        setSettled(value);
      },
      rested ? 0 : restMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [value, restMs]);
  return settled;
}
