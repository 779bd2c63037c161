import type { Problem, Result } from '../result.ts';
import type { ScanOutcome, ScanProgress } from '../scan/scan.ts';
import type { ScanStatus } from './contract.ts';

/** The work of one scan: it may connect first, tells how far it is, and ends when the signal says so. */
export type ScanWork = (
  signal: AbortSignal,
  onProgress: (progress: ScanProgress) => void,
) => Promise<Result<ScanOutcome>>;

export interface ScanRunner {
  status(accountId: number): ScanStatus | null;
  isRunning(accountId: number): boolean;
  /** Resolves when the account's scan, if one runs, has ended. */
  ended(accountId: number): Promise<void>;
  /** Starts the work at once; false, and nothing is started, while another scan of the account runs. */
  start(accountId: number, work: ScanWork): boolean;
  /** Resolves when the scan has ended and let go of its mailbox. */
  cancel(accountId: number): Promise<void>;
  cancelAll(): Promise<void>;
  /** Cancels and forgets the account. */
  forget(accountId: number): Promise<void>;
  forgetAll(): Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  ended: Promise<void>;
}

/** Milliseconds between two messages about one scan: at most ten a second reach the window. */
const pause = 100;

/** Keeps one scan per account and tells the window how far each is. */
export function scanRunner(
  tell: (status: ScanStatus) => void,
  bug: (error: unknown) => void,
  now: () => number = Date.now,
): ScanRunner {
  const statuses = new Map<number, ScanStatus>();
  const running = new Map<number, Running>();
  const toldAt = new Map<number, number>();
  const timers = new Map<number, NodeJS.Timeout>();

  const tellNow = (accountId: number): void => {
    clearTimeout(timers.get(accountId));
    timers.delete(accountId);
    const status = statuses.get(accountId);
    if (!status) return;
    toldAt.set(accountId, now());
    tell(status);
  };

  /** A phase is told at once; counts within a phase wait for their turn and the last ones win. */
  const update = (status: ScanStatus): void => {
    const { accountId } = status;
    const before = statuses.get(accountId);
    statuses.set(accountId, status);
    const due = (toldAt.get(accountId) ?? -Infinity) + pause - now();
    if (before?.phase !== status.phase || due <= 0) tellNow(accountId);
    else if (!timers.has(accountId))
      timers.set(
        accountId,
        setTimeout(() => tellNow(accountId), due),
      );
  };

  const run = async (accountId: number, signal: AbortSignal, work: ScanWork): Promise<void> => {
    let current = statusAtStart(accountId, now());
    const move = (change: Partial<ScanStatus>): void => {
      current = { ...current, ...change };
      update(current);
    };
    move({});
    try {
      const done = await work(signal, (progress) => move(progress));
      running.delete(accountId);
      if (done.ok) move(endOf(done.value));
      else if (signal.aborted) move({ phase: 'cancelled' });
      else move({ phase: 'failed', problem: done.problem });
    } catch (error) {
      running.delete(accountId);
      bug(error);
      move({ phase: 'failed', problem: internal });
    }
  };

  const cancel = async (accountId: number): Promise<void> => {
    const scan = running.get(accountId);
    scan?.controller.abort();
    await scan?.ended;
  };

  const forget = async (accountId: number): Promise<void> => {
    await cancel(accountId);
    clearTimeout(timers.get(accountId));
    for (const map of [timers, statuses, toldAt]) map.delete(accountId);
  };

  return {
    status: (accountId) => statuses.get(accountId) ?? null,
    isRunning: (accountId) => running.has(accountId),
    ended: async (accountId) => {
      await running.get(accountId)?.ended;
    },
    start(accountId, work) {
      if (running.has(accountId)) return false;
      const scan: Running = { controller: new AbortController(), ended: Promise.resolve() };
      running.set(accountId, scan);
      scan.ended = run(accountId, scan.controller.signal, work);
      return true;
    },
    cancel,
    async cancelAll() {
      await Promise.all([...running.keys()].map(cancel));
    },
    forget,
    async forgetAll() {
      await Promise.all([...statuses.keys()].map(forget));
    },
  };
}

const internal: Problem = { code: 'internal', subject: null, detail: null };

const statusAtStart = (accountId: number, startedAt: number): ScanStatus => ({
  accountId,
  phase: 'connecting',
  folder: null,
  swept: 0,
  total: null,
  candidates: 0,
  notices: 0,
  throttled: 0,
  remainingMs: null,
  startedAt,
  problem: null,
});

function endOf({ status, problem }: ScanOutcome): Pick<ScanStatus, 'phase' | 'problem'> {
  if (status === 'cancelled') return { phase: 'cancelled', problem: null };
  return { phase: problem === null ? 'done' : 'failed', problem };
}
