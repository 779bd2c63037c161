import { useEffect, useEffectEvent, useState } from 'react';
import type { WatchStatus } from '../app/api/contract.ts';
import { client } from './client.ts';

/** Every watch that is on, by account id; `onStopped` is told of one that ended by itself. */
export function useWatches(onStopped: () => void): ReadonlyMap<number, WatchStatus> {
  const [watches, setWatches] = useState<ReadonlyMap<number, WatchStatus>>(new Map());
  const stopped = useEffectEvent(onStopped);
  useEffect(() => {
    let current = true;
    void client.watches().then((list) => {
      if (!current) return;
      // An event that came meanwhile is newer than this answer.
      setWatches(
        (before) => new Map([...list.map((each) => [each.accountId, each] as const), ...before]),
      );
    });
    const leave = client.onWatchChanged((status) => {
      setWatches((before) => new Map(before).set(status.accountId, status));
      if (status.state === 'stopped') stopped();
    });
    return () => {
      current = false;
      leave();
    };
  }, []);
  return watches;
}
