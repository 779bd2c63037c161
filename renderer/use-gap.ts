import { useEffect, useRef, useState } from 'react';
import { client } from './client.ts';
import { useChange } from './use-change.ts';

/** Minutes between two rejections of one episode; changed at once here, and followed where it is changed elsewhere. */
export function useGap(atStart: number): readonly [number, (minutes: number) => void] {
  const [gap, setGap] = useState(atStart);
  const store = useChange();
  /** On its way to main: answers to what was typed before it are the past. */
  const sent = useRef<number | null>(null);
  useEffect(
    () =>
      client.onSettingsChanged(({ gapMinutes }) => {
        if (sent.current === null) setGap(gapMinutes);
        else if (sent.current === gapMinutes) sent.current = null;
      }),
    [],
  );
  const change = (minutes: number) => {
    setGap(minutes);
    sent.current = minutes;
    store({ gapMinutes: minutes });
  };
  return [gap, change];
}
