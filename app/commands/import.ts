import { readPaths } from '../mailbox/files/index.ts';
import { machineZone, type DocumentBasis } from '../report/scan-document.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import { importFiles, type ImportOutcome } from '../scan/import.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { NotScanned } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { offsetOfLocal } from '../text/time.ts';
import { statusFor } from './exit-status.ts';
import { tellProblem, type Terminal } from './terminal.ts';

export interface Imported {
  readonly account: StoredAccount;
  readonly basis: DocumentBasis;
  readonly outcome: ImportOutcome;
  /** What the command ends with, unless it was interrupted. */
  readonly status: number;
}

/** Reads mail files and logs into the history of an account, which need not have been scanned before. No network. */
export async function importInto(
  terminal: Terminal,
  store: Store,
  { address, host, paths }: { address: string; host: string | undefined; paths: readonly string[] },
): Promise<Result<Imported>> {
  const account = accountFor(store, address, host);
  const zone = terminal.timeZone ?? machineZone();
  const startedAt = terminal.clock().getTime();
  const outcome = await importFiles({
    ...{ store, accountId: account.id, address, signal: terminal.signal, now: terminal.clock() },
    items: readPaths(paths, terminal.stdin),
    offsetOfLocal: (local) => offsetOfLocal(zone, local) / 60_000,
  });
  for (const problem of outcome.problems) tellProblem(terminal, problem);
  const status = Math.max(0, ...outcome.problems.map(({ code }) => statusFor(code)));
  const seconds = (terminal.clock().getTime() - startedAt) / 1000;
  return ok({ account, outcome, status, basis: basisOf(store, account, outcome, seconds) });
}

/** The account with this address that was read last; a new one has no server until it is scanned. */
function accountFor(store: Store, address: string, host: string | undefined): StoredAccount {
  const known = store.accounts
    .list()
    .filter((each) => each.address === address && (host === undefined || each.host === host))
    .map((account) => ({ account, at: store.scans.last(account.id)?.finishedAt ?? 0 }))
    .sort((a, b) => b.at - a.at)[0];
  return (
    known?.account ??
    store.accounts.save({ address, host: host ?? '', port: 993, sample: false, ca: null })
  );
}

/** The whole history: files are imported because they reach further back, or elsewhere, than a scan. */
function basisOf(
  store: Store,
  { id }: StoredAccount,
  outcome: ImportOutcome,
  seconds: number,
): DocumentBasis {
  const last = store.scans.last(id);
  const count = (code: 'undated' | 'foreign-sender', number: number): NotScanned[] =>
    number === 0 ? [] : [{ code, subject: null, count: number }];
  return {
    scannedAt: last?.finishedAt ?? null,
    since: null,
    folders: [
      ...(last?.report.folders ?? []),
      ...store.imports.list(id).map(({ name, messages, notices }) => ({
        ...{ path: name, role: 'import' as const, messages, swept: messages },
        ...{ candidates: notices, notices },
      })),
    ],
    notScanned: [
      { code: last ? 'mailbox-now' : 'mailbox', subject: null, count: null },
      ...count('undated', outcome.undated),
      ...count('foreign-sender', outcome.foreign),
      ...outcome.problems.map(({ subject }) => ({ code: 'file' as const, subject, count: null })),
      ...(outcome.cancelled ? [{ code: 'cancelled' as const, subject: null, count: null }] : []),
    ],
    traffic: { bytesIn: 0, bytesOut: 0, roundTrips: 0 },
    seconds,
    cut: outcome.cancelled,
  };
}
