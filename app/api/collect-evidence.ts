import { join } from 'node:path';
import { evidenceName, writeEvidence } from '../audit/evidence.ts';
import { mailboxCandidates } from '../audit/mailbox-candidates.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { openSample } from '../mailbox/sample/index.ts';
import { isThrottleNotice } from '../report/audit/account-entry.ts';
import type { Audited } from '../report/audit/document.ts';
import { failed, ok, type Result } from '../result.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { ScanRecord } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { logInAgain, type Reach } from './live-account.ts';

type Parts = Reach & Pick<Context, 'passwords' | 'proxyPasswords' | 'scans' | 'stopped'>;

export interface Collected {
  /** By account id. */
  readonly evidence: ReadonlyMap<number, Audited['evidence']>;
  /** Throttled accounts that could not be asked: no password is held, or the server was not reached. */
  readonly missing: readonly StoredAccount[];
}

/** Accounts asked at a time, each over one connection. */
const atOnce = 4;

/**
 * Fetches the raw throttle notices of accounts into `folder`/evidence, one zip each. A password that is refused is
 * forgotten, not tried again. Throws what the file system throws.
 */
export async function collectEvidence(
  parts: Parts,
  store: Store,
  accounts: readonly StoredAccount[],
  folder: string,
): Promise<Collected> {
  const evidence = new Map<number, Audited['evidence']>();
  const missing: StoredAccount[] = [];
  const waiting = [...accounts];
  const work = async (): Promise<void> => {
    for (let account = waiting.shift(); account !== undefined; account = waiting.shift()) {
      const record = store.scans.last(account.id);
      if (record === null || !isThrottled(store, account.id, record.since)) continue;
      // One connection per account: a scan that runs has the first turn.
      await parts.scans.ended(account.id);
      const mailbox = await open(parts, store, account, record);
      if (!mailbox.ok) {
        missing.push(account);
        continue;
      }
      const name = `evidence/${evidenceName(account.address)}`;
      try {
        const found = mailboxCandidates(
          ...([store, account.id, record.since, mailbox.value, parts.stopped] as const),
        );
        evidence.set(account.id, await writeEvidence(join(folder, name), name, found));
      } finally {
        await mailbox.value.close();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { evidence, missing };
}

function isThrottled(store: Store, accountId: number, since: number | null): boolean {
  for (const stored of store.notices.list(accountId, since))
    if (stored.importedFrom === null && isThrottleNotice(stored)) return true;
  return false;
}

async function open(
  parts: Parts,
  store: Store,
  account: StoredAccount,
  { startedAt }: ScanRecord,
): Promise<Result<Mailbox>> {
  if (parts.stopped.aborted) return failed('interrupted', account.host);
  // The sample is dated from the moment at which it was opened.
  if (account.sample) return ok(openSample(new Date(startedAt)));
  return logInAgain(parts, store, account, parts.stopped);
}
