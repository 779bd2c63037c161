import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPaths } from '../mailbox/files/index.ts';
import { readNotice } from '../bounce/index.ts';
import { auditedEntry } from '../report/audit/account-entry.ts';
import type { AuditEntry } from '../report/audit/document.ts';
import { machineZone } from '../report/scan-document.ts';
import { failed, ok, type Result } from '../result.ts';
import { isoIn } from '../text/time.ts';
import {
  documentContext,
  isStopped,
  type AuditEnvironment,
  type AuditSource,
} from './environment.ts';
import { writeEvidence, type Candidate } from './evidence.ts';
import { importMail, nobody } from './import-mail.ts';

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
      // "a.mbox" beside "a": both are a's, but one name is one account and nothing is passed over in silence.
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

/** Where the store and the report say that no server was asked. */
const host = 'files';

async function readFiles(
  name: string,
  path: string,
  environment: AuditEnvironment,
): Promise<AuditEntry | null> {
  const { store, signal, clock, timeZone } = environment;
  const startedAt = clock().getTime();
  // Exports are read whole each time: what an earlier reading of this folder found would count twice.
  for (const known of store.accounts.list())
    if (known.address === name && known.host === host) store.accounts.remove(known.id);
  const account = store.accounts.save({ address: name, host, port: 0, sample: false, ca: null });
  const { record, bytes, problem } = await importMail(environment, account, path);
  if (isStopped(signal)) return null;
  const file = environment.evidence(name);
  const evidence = await writeEvidence(
    file.path,
    file.reportedAs,
    candidates(path, environment, record.since),
  );
  if (isStopped(signal)) return null;
  const context = documentContext(environment);
  const entry = auditedEntry(store, account, record, context, { problem, evidence });
  return {
    ...entry,
    // The store's time of reading is that of the newest message, since files tell of nothing later.
    scannedAt: isoIn(timeZone ?? machineZone(), clock().getTime()),
    traffic: {
      bytesIn: bytes,
      bytesOut: 0,
      roundTrips: 0,
      seconds: (clock().getTime() - startedAt) / 1000,
    },
  };
}

/** A second pass: holding every raw notice of the first one would cost memory without bound. */
async function* candidates(
  path: string,
  { signal }: AuditEnvironment,
  since: number | null,
): AsyncIterable<Candidate> {
  for await (const item of readPaths([path], nobody())) {
    if (isStopped(signal)) return;
    if (item.kind !== 'message') continue;
    const notice = readNotice(item.raw);
    const throttled = notice.failures.some(
      ({ category, confidence }) => category === 'throttle' && confidence === 'certain',
    );
    const at = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
    if (!throttled || (since !== null && at !== null && at < since)) continue;
    const { raw } = item;
    yield {
      source: item.source.slice(dirname(path).length + 1),
      notice,
      raw: () => Promise.resolve(raw),
    };
  }
}
