import type { Mailbox } from '../mailbox/mailbox.ts';
import { openSample } from '../mailbox/sample/index.ts';
import { failed, ok, type Result } from '../result.ts';
import { messageKey } from '../scan/candidates.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { StoredNotice } from '../store/notices.ts';
import type { Store } from '../store/store.ts';
import { gone, type Context } from './context.ts';
import { logInAgain } from './live-account.ts';

/** As much as a connection takes of one message; a longer one would be saved cut off, and is not. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Saves a notice as the mail that it is. Its bytes are not kept on this computer, so they are fetched anew: one
 * sign-in, EXAMINE, BODY.PEEK, as a scan does. What is fetched must be the very message that was read, since a folder
 * may have been numbered anew.
 */
export async function saveNotice(
  context: Context,
  store: Store,
  noticeId: number,
): Promise<Result<string | null>> {
  const notice = store.notices.get(noticeId);
  const account = notice && store.accounts.get(notice.accountId);
  if (!notice || !account || notice.importedFrom !== null) return gone();
  if (notice.expunged) return failed('message-gone', notice.folder);
  const opened = await openMailbox(context, store, account);
  if (!opened.ok) return opened;
  const mailbox = opened.value;
  try {
    const raw = await fetchMessage(mailbox, notice, account.sample);
    if (!raw.ok) return raw;
    return await context.saveExport({
      name: nameFor(notice),
      kind: 'eml',
      bytes: new Uint8Array(raw.value),
    });
  } finally {
    await mailbox.close();
  }
}

async function openMailbox(
  context: Context,
  store: Store,
  account: StoredAccount,
): Promise<Result<Mailbox>> {
  if (account.sample) return ok(openSample(context.clock()));
  if (!context.passwords.has(account.id)) return failed('password-needed', account.address);
  return logInAgain(context, store, account, context.stopped);
}

async function fetchMessage(
  mailbox: Mailbox,
  { folder, uid, messageKey: key }: StoredNotice,
  sample: boolean,
): Promise<Result<Uint8Array>> {
  const listed = await mailbox.listFolders();
  if (!listed.ok) return listed;
  const opened = await mailbox.openFolder(folder);
  if (!opened.ok) return opened;
  // The sample is numbered anew each day, and all of it is at hand.
  const uids = sample ? Array.from({ length: opened.value.messages }, (_, at) => at + 1) : [uid];
  const fetched = await opened.value.fetchMessages(uids, mostBytes);
  if (!fetched.ok) return fetched;
  const raw = [...fetched.value.values()].find((each) => messageKey(each) === key);
  if (raw === undefined) return failed('message-gone', folder);
  return raw.length >= mostBytes ? failed('message-too-large', folder) : ok(raw);
}

const nameFor = ({ at, notice }: StoredNotice): string =>
  [
    Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '',
    notice.failures[0]?.recipient ?? 'bounce notice',
  ]
    .join(' ')
    .trim();
