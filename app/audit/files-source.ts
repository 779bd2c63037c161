import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readNotice } from '../bounce/index.ts';
import { readPaths, type FileItem } from '../mailbox/files/index.ts';
import { auditedEntry } from '../report/audit/account-entry.ts';
import type { AuditEntry } from '../report/audit/document.ts';
import { machineZone, type DocumentBasis } from '../report/scan-document.ts';
import { failed, ok, type Result } from '../result.ts';
import { importFiles } from '../scan/import.ts';
import { offsetOfLocal } from '../text/time.ts';
import {
  documentContext,
  isStopped,
  type AuditEnvironment,
  type AuditSource,
} from './environment.ts';
import { writeEvidence, type Candidate } from './evidence.ts';
import { SentFiles } from './sent-files.ts';

/** Far above a company; stops a folder of a million files from being taken for a million accounts. */
const mostAccounts = 200_000;

/** One account for each sub-folder and each mail file of a folder, by name; `a@example.com.mbox` is a@example.com's. */
export async function fileSources(folder: string): Promise<Result<readonly AuditSource[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const sources = new Map<string, AuditSource>();
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) continue;
      const account = entry.name.replace(/\.(mbox|mbx|eml)$/i, '').toLowerCase();
      // "a.mbox" beside "a": the second keeps its whole name, so that neither is passed over.
      const free = sources.has(account) ? entry.name.toLowerCase() : account;
      sources.set(free, fileSource(free, join(folder, entry.name)));
      if (sources.size > mostAccounts)
        return failed('file-unreadable', folder, `> ${mostAccounts} accounts`);
    }
    return sources.size === 0
      ? failed('file-not-found', join(folder, '*'))
      : ok([...sources.values()]);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failed(missing ? 'file-not-found' : 'file-unreadable', folder);
  }
}

const fileSource = (account: string, path: string): AuditSource => ({
  account,
  mayTryAgain: () => Promise.resolve(true),
  read: (environment) => readFiles(account, path, environment),
});

/** Keeps what is read from exports apart from the mailbox of the same name. */
const exportHost = 'export.invalid';

async function readFiles(
  name: string,
  path: string,
  environment: AuditEnvironment,
): Promise<AuditEntry | null> {
  const { store, signal, clock, since } = environment;
  const startedAt = clock().getTime();
  // Exports are read whole each time: what an earlier reading found may no longer be in them.
  for (const known of store.accounts.list())
    if (known.address === name && known.host === exportHost) store.accounts.remove(known.id);
  const account = store.accounts.save({
    ...{ address: name, host: exportHost, port: 993, sample: false, ca: null },
  });
  const zone = environment.timeZone ?? machineZone();
  const sent = new SentFiles(store, account, clock().getTime());
  const outcome = await importFiles({
    ...{ store, accountId: account.id, address: name, signal, now: clock() },
    items: below(path, sent.watch(readPaths([path], nobody()))),
    offsetOfLocal: (local) => offsetOfLocal(zone, local) / 60_000,
  });
  sent.finish();
  if (isStopped(signal)) return null;
  const file = environment.evidence(name);
  const from = since?.getTime() ?? null;
  const evidence = await writeEvidence(file.path, file.reportedAs, candidates(path, from, signal));
  if (isStopped(signal)) return null;
  const basis: DocumentBasis = {
    ...{ scannedAt: clock().getTime(), since: from },
    folders: [
      {
        ...{ path: basename(path), role: 'import' as const, messages: outcome.messages },
        ...{ swept: outcome.messages, candidates: outcome.bounces, notices: outcome.added },
      },
    ],
    notScanned: [
      { code: 'mailbox', subject: null, count: null },
      ...(outcome.undated > 0
        ? [{ code: 'undated' as const, subject: null, count: outcome.undated }]
        : []),
      ...(outcome.foreign > 0
        ? [{ code: 'foreign-sender' as const, subject: null, count: outcome.foreign }]
        : []),
    ],
    traffic: { bytesIn: sent.bytes, bytesOut: 0, roundTrips: 0 },
    seconds: (clock().getTime() - startedAt) / 1000,
    cut: false,
  };
  const problem = outcome.problems[0] ?? null;
  const context = documentContext(environment);
  return { ...auditedEntry(store, account, basis, context, { problem, evidence }), host: null };
}

/** Sources as seen from the folder of all accounts: where that lies is no part of a report. */
async function* below(path: string, items: AsyncIterable<FileItem>): AsyncIterable<FileItem> {
  for await (const item of items)
    yield { ...item, source: item.source.slice(dirname(path).length + 1) };
}

/** A second pass: holding every raw notice of the first one would cost memory without bound. */
async function* candidates(
  path: string,
  since: number | null,
  signal: AbortSignal,
): AsyncIterable<Candidate> {
  for await (const item of below(path, readPaths([path], nobody()))) {
    if (isStopped(signal)) return;
    if (item.kind !== 'message') continue;
    const { raw, source } = item;
    const notice = readNotice(raw);
    const throttled = notice.failures.some(
      ({ category, confidence }) => category === 'throttle' && confidence === 'certain',
    );
    const at = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
    if (throttled && (since === null || at === null || at >= since))
      yield { source, notice, raw: () => Promise.resolve(raw) };
  }
}

async function* nobody(): AsyncIterable<Uint8Array> {
  // Standard input is never asked for: the paths are those of a folder.
}
