import { readFile, stat } from 'node:fs/promises';
import { lent } from '../mailbox/lent.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { assessPassword } from '../password/assess.ts';
import { auditedEntry, unreadEntry } from '../report/audit/account-entry.ts';
import type { AuditEntry } from '../report/audit/document.ts';
import { basisOfScan } from '../report/scan-document.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import { scan } from '../scan/scan.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { AccountRow } from './accounts-file.ts';
import {
  documentContext,
  isStopped,
  type AuditEnvironment,
  type AuditSource,
} from './environment.ts';
import { writeEvidence } from './evidence.ts';
import { mailboxCandidates } from './mailbox-candidates.ts';

/** No password is longer; a larger file is not one. */
const longestPassword = 4096;

/** An account of an accounts file, read over IMAP with one login and one connection. */
export function mailboxSource(row: AccountRow): AuditSource {
  return {
    account: row.address,
    async mayTryAgain(triedAt) {
      if (row.password?.kind !== 'file') return false;
      const changed = await stat(row.password.path).catch(() => null);
      // The report knows whole seconds.
      return changed !== null && changed.mtimeMs > triedAt + 1000;
    },
    read: (environment) => readMailbox(row, environment),
  };
}

async function readMailbox(
  row: AccountRow,
  environment: AuditEnvironment,
): Promise<AuditEntry | null> {
  const { store, clock, signal, ca } = environment;
  const { address, port } = row;
  const unread = (problem: Problem, host: string | null, triedAt: number | null): AuditEntry =>
    unreadEntry(address, host, problem, triedAt, documentContext(environment));
  if (row.problem) return unread(row.problem, row.host, null);
  const password = await readPassword(row, environment.env);
  if (!password.ok) return unread(password.problem, row.host, null);
  const host = row.host ?? (await environment.findHost(address));
  if (host === null) {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return unread(failed('site-unknown', domain).problem, null, null);
  }
  if (isStopped(signal)) return null;

  const triedAt = clock().getTime();
  const connect = () =>
    environment.connect({
      ...{ host, port, user: address, password: password.value, signal },
      ...(ca === null ? {} : { ca }),
    });
  const connected = await connect();
  if (!connected.ok) {
    // A refusal is remembered even when the audit is being stopped: that password is not tried again.
    if (isStopped(signal) && connected.problem.code !== 'login-refused') return null;
    return unread(connected.problem, host, triedAt);
  }
  const line: Line = { mailbox: connected.value, connect };
  try {
    const account = store.accounts.save({ address, host, port, sample: false, ca });
    await judgePassword(environment, account, password.value);
    return await readAccount(environment, account, line);
  } finally {
    await line.mailbox.close();
  }
}

/** The account's one connection: the scan may have to make it anew, and the evidence is fetched over it. */
interface Line {
  mailbox: Mailbox;
  readonly connect: () => Promise<Result<Mailbox>>;
}

async function reconnect(line: Line): Promise<Result<Mailbox>> {
  const connected = await line.connect();
  if (!connected.ok) return connected;
  line.mailbox = connected.value;
  return ok(lent(line.mailbox));
}

async function readAccount(
  environment: AuditEnvironment,
  account: StoredAccount,
  line: Line,
): Promise<AuditEntry | null> {
  const { store, signal, clock, since } = environment;
  const scanned = await scan({
    ...{ mailbox: lent(line.mailbox), reconnect: () => reconnect(line) },
    ...{ store, account, signal, clock, since },
    folders: [],
    onProgress: () => undefined,
  });
  if (isStopped(signal)) return null;
  if (!scanned.ok)
    return unreadEntry(
      ...([account.address, account.host, scanned.problem, clock().getTime()] as const),
      documentContext(environment),
    );
  const { record, problem } = scanned.value;
  const { path, reportedAs } = environment.evidence(account.address);
  const evidence = await writeEvidence(
    path,
    reportedAs,
    mailboxCandidates(store, account.id, record.since, line.mailbox, signal),
  );
  if (isStopped(signal)) return null;
  const context = documentContext(environment);
  return auditedEntry(store, account, basisOfScan(record), context, { problem, evidence });
}

/** The password that just logged in is judged here; only the verdict stays. */
async function judgePassword(
  { store, clock, strength }: AuditEnvironment,
  { id, address }: StoredAccount,
  password: string,
): Promise<void> {
  const verdict = assessPassword(password, address, await strength());
  store.passwordHistory.addCheck(id, {
    at: clock().getTime(),
    compliant: verdict.compliant,
    score: verdict.strength.score,
  });
}

async function readPassword(
  { address, password }: AccountRow,
  env: AuditEnvironment['env'],
): Promise<Result<string>> {
  if (password === null) return failed('no-password', address);
  if (password.kind === 'env') {
    const value = env[password.name];
    return value ? ok(value) : failed('no-password', address, password.name);
  }
  try {
    const value = (await readFile(password.path, 'utf8')).slice(0, longestPassword);
    const line = value.replace(/\r?\n$/, '');
    return line === '' ? failed('no-password', address, password.path) : ok(line);
  } catch {
    return failed('no-password', address, password.path);
  }
}
