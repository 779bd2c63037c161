import { readPaths } from '../mailbox/files/index.ts';
import { machineZone, type DocumentBasis } from '../report/scan-document.ts';
import { importFiles, type ImportOutcome } from '../scan/import.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { NotScanned } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { offsetOfLocal } from '../text/time.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { printDocument } from './print-document.ts';
import { parseAddress } from './scan-options.ts';
import { tellProblem, type Terminal } from './terminal.ts';

export interface ImportOptions {
  readonly user: string | undefined;
  readonly host: string | undefined;
  /** Mail files, logs, folders of them; '-' is standard input. */
  readonly paths: readonly string[];
  readonly json: boolean;
}

/** Reads mail files and logs into the history of an account, which need not have been scanned before. No network. */
export async function importCommand(
  terminal: Terminal,
  { user, host, paths, json }: ImportOptions,
  store: Store,
): Promise<number> {
  const address = parseAddress(user);
  if (!address.ok) {
    tellProblem(terminal, address.problem);
    return statusFor(address.problem.code);
  }
  const account = accountFor(store, address.value, host);
  const zone = terminal.timeZone ?? machineZone();
  const startedAt = terminal.clock().getTime();
  const outcome = await importFiles({
    ...{ store, accountId: account.id, address: address.value },
    ...{ signal: terminal.signal, now: terminal.clock() },
    items: readPaths(paths, terminal.stdin),
    offsetOfLocal: (local) => offsetOfLocal(zone, local) / 60_000,
  });
  for (const problem of outcome.problems) tellProblem(terminal, problem);
  const seconds = (terminal.clock().getTime() - startedAt) / 1000;
  await printDocument(terminal, json, store, account, basisOf(store, account, outcome, seconds));
  const { messages, added, alreadyKnown: known } = outcome;
  terminal.tell(terminal.text.t('command:imported', { messages, added, known }));
  const status = Math.max(0, ...outcome.problems.map(({ code }) => statusFor(code)));
  return outcome.cancelled ? exitStatus.interrupted : status;
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
