import type { AuditStatus } from './contract.ts';

/** Scans one account to its end; false where it failed. */
export type ScanOne = (accountId: number) => Promise<boolean>;

export interface AuditRunner {
  status(): AuditStatus;
  /** Starts at once; while another audit runs, nothing is started. */
  start(accountIds: readonly number[], atOnce: number, scanOne: ScanOne): void;
  /** Nothing more is started. What runs is the scans' own to cancel. */
  stop(): void;
}

/** Takes accounts from a list, a few at a time, and tells the window how far it is. */
export function auditRunner(tell: (status: AuditStatus) => void): AuditRunner {
  let status: AuditStatus = { running: false, done: 0, total: 0, failed: 0 };
  let waiting: number[] = [];
  const update = (change: Partial<AuditStatus>): void => {
    status = { ...status, ...change };
    tell(status);
  };
  const work = async (scanOne: ScanOne): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const good = await scanOne(next).catch(() => false);
      update({ done: status.done + 1, failed: status.failed + (good ? 0 : 1) });
    }
  };
  return {
    status: () => status,
    start(accountIds, atOnce, scanOne) {
      if (status.running) return;
      waiting = [...new Set(accountIds)];
      update({ running: true, done: 0, total: waiting.length, failed: 0 });
      void Promise.all(Array.from({ length: atOnce }, () => work(scanOne))).then(() =>
        update({ running: false }),
      );
    },
    stop() {
      waiting = [];
    },
  };
}
