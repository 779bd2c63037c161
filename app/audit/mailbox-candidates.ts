import type { Mailbox } from '../mailbox/mailbox.ts';
import { isThrottleNotice } from '../report/audit/account-entry.ts';
import type { Store } from '../store/store.ts';
import { isStopped } from './environment.ts';
import { mostNoticeBytes, type Candidate } from './evidence.ts';

/** The throttle notices of the window, each to be fetched whole. A folder is opened once for all of its notices. */
export async function* mailboxCandidates(
  store: Store,
  accountId: number,
  since: number | null,
  mailbox: Mailbox,
  signal: AbortSignal,
): AsyncIterable<Candidate> {
  const all = [...store.notices.list(accountId, since)].filter(
    (stored) => stored.importedFrom === null && isThrottleNotice(stored),
  );
  const folders = [...new Set(all.map(({ folder }) => folder))];
  for (const path of folders) {
    if (isStopped(signal)) return;
    const opened = await mailbox.openFolder(path);
    for (const { folder, uid, notice } of all) {
      if (folder !== path || isStopped(signal)) continue;
      yield {
        source: `${folder} ${uid}`,
        notice,
        async raw() {
          const fetched = opened.ok
            ? await opened.value.fetchMessages([uid], mostNoticeBytes)
            : null;
          return fetched?.ok === true ? (fetched.value.get(uid) ?? null) : null;
        },
      };
    }
  }
}
