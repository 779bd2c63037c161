import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for the life of a component, doing what the newest one does: it lets memoised parts rest. */
export function useStable<A extends readonly unknown[], R>(does: (...given: A) => R) {
  const newest = useRef(does);
  useLayoutEffect(() => {
    newest.current = does;
  });
  return useCallback((...given: A): R => newest.current(...given), []);
}
