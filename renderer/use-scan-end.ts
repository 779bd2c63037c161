import { useEffect, useEffectEvent, useRef } from 'react';
import type { ScanStatus } from '../app/api/contract.ts';
import { isRunning } from './use-scan.ts';

/** Calls back once for each scan that was seen running and is over. */
export function useScanEnd(
  scans: ReadonlyMap<number, ScanStatus>,
  onEnd: (status: ScanStatus) => void,
): void {
  const running = useRef(new Set<number>());
  const tell = useEffectEvent(onEnd);
  useEffect(() => {
    for (const [id, status] of scans) {
      if (isRunning(status)) running.current.add(id);
      else if (running.current.delete(id)) tell(status);
    }
  }, [scans]);
}

/**
 * Changes when there is more to show: with each phase, and while a scan runs with every few notices found
 * (stepwise, so that a mailbox with ten thousand of them does not ask ten thousand times).
 */
export function revisionOf(scan: ScanStatus | null): string {
  if (scan === null) return 'none';
  const step = isRunning(scan) ? Math.floor(Math.log2(scan.notices + 1)) : scan.notices;
  return `${scan.startedAt}:${isRunning(scan) ? 'running' : scan.phase}:${step}`;
}
