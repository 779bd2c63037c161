import type { Folder, Mailbox, OpenFolder } from '../mailbox/mailbox.ts';
import { without } from '../mailbox/uid-set.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';

export interface FolderPlan {
  readonly folder: OpenFolder;
  readonly folderId: number;
  readonly purpose: 'notices' | 'pace';
  /** UIDs still to be looked at, ascending. */
  readonly uids: readonly number[];
}

/** Opens a folder and finds what is left to read: what is new, and with an earlier window what is older. */
export async function planFolder(
  { mailbox, store, accountId }: { mailbox: Mailbox; store: Store; accountId: number },
  { path, role }: Folder,
  purpose: FolderPlan['purpose'],
  since: Date | null,
): Promise<Result<FolderPlan>> {
  const opened = await mailbox.openFolder(path);
  if (!opened.ok) return opened;
  const folder = opened.value;
  const { uidValidity, messages } = folder;
  const folderId = store.folders.open({ accountId, path, uidValidity, role, messages });
  if (messages === 0) return ok({ folder, folderId, purpose, uids: [] });

  const completion = store.folders.completion(folderId);
  const found = new Set<number>();
  const find = async (
    fromUid: number,
    from: Date | null,
    before: Date | null,
  ): Promise<Result<null>> => {
    const uids = await folder.findUids({ fromUid, since: from, before });
    if (!uids.ok) return uids;
    for (const uid of uids.value) found.add(uid);
    return ok(null);
  };
  if (completion === null) {
    const all = await find(1, since, null);
    if (!all.ok) return all;
  } else {
    if (folder.uidNext > completion.belowUid) {
      const added = await find(completion.belowUid, since, null);
      if (!added.ok) return added;
    }
    const { since: done } = completion;
    if (done !== null && (since === null || since.getTime() < done)) {
      const older = await find(1, since, new Date(done));
      if (!older.ok) return older;
    }
  }
  const ascending = [...found].sort((a, b) => a - b);
  return ok({
    folder,
    folderId,
    purpose,
    uids: without(ascending, store.folders.sweptRuns(folderId)),
  });
}

/** What a folder has been read for after this plan was carried out to its end. */
export function completionOf(store: Store, plan: FolderPlan, since: Date | null): void {
  const before = store.folders.completion(plan.folderId);
  const earliest =
    since === null || (before !== null && before.since === null)
      ? null
      : Math.min(since.getTime(), before?.since ?? Infinity);
  store.folders.setCompletion(plan.folderId, { since: earliest, belowUid: plan.folder.uidNext });
}
