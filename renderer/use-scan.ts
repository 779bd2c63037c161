import { useEffect, useState } from 'react';
import type { ScanStatus } from '../app/api/contract.ts';
import { client } from './client.ts';

export function isRunning(status: ScanStatus | null): boolean {
  return status !== null && !['done', 'cancelled', 'failed'].includes(status.phase);
}

/** Every account's latest scan, by account id: what main tells, and what it answers when first asked. */
export function useScans(accountIds: readonly number[]): ReadonlyMap<number, ScanStatus> {
  const [scans, setScans] = useState<ReadonlyMap<number, ScanStatus>>(new Map());
  const key = accountIds.join();

  useEffect(
    () =>
      client.onScanProgress((status) => {
        setScans((before) => new Map(before).set(status.accountId, status));
      }),
    [],
  );

  useEffect(() => {
    let current = true;
    for (const id of key.split(',').filter(Boolean).map(Number)) {
      void client.scanStatus(id).then((status) => {
        if (!current || status === null) return;
        // An event that came meanwhile is newer than this answer.
        setScans((before) => (before.has(id) ? before : new Map(before).set(id, status)));
      });
    }
    return () => {
      current = false;
    };
  }, [key]);

  return scans;
}
