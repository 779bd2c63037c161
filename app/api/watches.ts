import { lent } from '../mailbox/lent.ts';
import { failed, ok, type Result } from '../result.ts';
import type { ScanOutcome } from '../scan/scan.ts';
import { Watch } from '../scan/watch.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import type { WatchStatus } from './contract.ts';
import { logInAgain, scanAsChosen, type Reach } from './live-account.ts';
import { clip } from './views/clip.ts';

type Parts = Reach & Pick<Context, 'store' | 'passwords' | 'proxyPasswords' | 'scans' | 'clock'>;

export interface Watches {
  status(accountId: number): WatchStatus;
  list(): readonly WatchStatus[];
  isOn(accountId: number): boolean;
  /** Fails with 'login-refused' when this session holds no password. One that is on stays as it is. */
  start(accountId: number): Result<WatchStatus>;
  /** Resolves when the connection is gone. */
  stop(accountId: number): Promise<void>;
  stopAll(): Promise<void>;
  lookNow(accountId: number): void;
  /** After the computer slept. */
  wake(): void;
}

interface Kept {
  readonly watch: Watch;
  read: number;
  notices: number;
  notRead: WatchStatus['notRead'];
}

/** Told around each look of a watch, whatever comes of it. */
export interface LookListener {
  beforeLook(accountId: number): void;
  afterLook(accountId: number): void;
}

/** How long a scan of the same account may keep a watch from its first connection before it asks again. */
const turnMs = 1_000;

/** One watch per account. Its looks run as scans, so that the window shows them and no two run at a time. */
export function accountWatches(
  parts: Parts,
  tell: (status: WatchStatus) => void,
  bug: (error: unknown) => void,
  listener?: LookListener,
): Watches {
  const kept = new Map<number, Kept>();

  const begin = (store: Store, account: StoredAccount): Kept => {
    const accountId = account.id;
    const entry: Kept = {
      read: 0,
      notices: 0,
      notRead: [],
      watch: new Watch({
        connect: async (signal) => {
          // One connection per account: a scan that the person started has the first turn.
          while (parts.scans.isRunning(accountId) && !signal.aborted) await pause(turnMs, signal);
          return logInAgain(parts, store, account, signal);
        },
        look: (mailbox, signal) =>
          new Promise<Result<ScanOutcome>>((resolve, reject) => {
            const started = parts.scans.start(accountId, async (cancelled, onProgress) => {
              listener?.beforeLook(accountId);
              const leave = (): void => void mailbox.close();
              cancelled.addEventListener('abort', leave, { once: true });
              const either = anyOf([cancelled, signal]);
              let last = { swept: 0, notices: 0 };
              try {
                // The watch keeps its connection when the scan is done, and finds a lost one again itself.
                const open = { mailbox: lent(mailbox), reconnect: null };
                const done = await scanAsChosen(parts, store, account, open, either, (now) => {
                  last = now;
                  onProgress(now);
                });
                entry.read += last.swept;
                entry.notices += last.notices;
                if (done.ok)
                  entry.notRead = done.value.record.report.notScanned
                    .slice(0, 100)
                    .map((each) => ({ ...each, subject: clip(each.subject, 1000) }));
                resolve(done);
                return done;
              } catch (error) {
                reject(error instanceof Error ? error : new Error(String(error)));
                throw error;
              } finally {
                cancelled.removeEventListener('abort', leave);
                listener?.afterLook(accountId);
              }
            });
            if (!started) resolve(failed('interrupted', account.host));
          }),
        pause,
        now: () => parts.clock().getTime(),
        random: Math.random,
        tell: () => tell(statusOf(accountId)),
        bug,
      }),
    };
    kept.set(accountId, entry);
    entry.watch.start();
    return entry;
  };

  const statusOf = (accountId: number): WatchStatus => {
    const entry = kept.get(accountId);
    if (!entry) return { ...off, accountId, since: parts.clock().getTime() };
    const { watch, read, notices, notRead } = entry;
    return { accountId, ...watch.status, read, notices, notRead };
  };

  const stop = async (accountId: number): Promise<void> => {
    const entry = kept.get(accountId);
    if (!entry) return;
    kept.delete(accountId);
    tell(statusOf(accountId));
    await entry.watch.stop();
  };

  return {
    status: statusOf,
    list: () => [...kept.keys()].map(statusOf),
    isOn: (accountId) => kept.get(accountId)?.watch.isOver === false,
    start(accountId) {
      if (!parts.store.ok) return parts.store;
      const account = parts.store.value.accounts.get(accountId);
      if (account === null || account.sample) return failed('internal', null, 'not there');
      if (!parts.passwords.has(accountId)) return failed('login-refused', account.host);
      if (kept.get(accountId)?.watch.isOver !== false) begin(parts.store.value, account);
      return ok(statusOf(accountId));
    },
    stop,
    async stopAll() {
      await Promise.all([...kept.keys()].map(stop));
    },
    lookNow: (accountId) => kept.get(accountId)?.watch.lookNow(),
    wake() {
      for (const { watch } of kept.values()) watch.wake();
    },
  };
}

const off = {
  state: 'off',
  lastLookAt: null,
  nextAt: null,
  instant: null,
  problem: null,
  read: 0,
  notices: 0,
  notRead: [] as WatchStatus['notRead'],
} as const;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}

/** AbortSignal.any, which Node 18 does not have. */
function anyOf(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals)
    if (signal.aborted) controller.abort();
    else signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}
