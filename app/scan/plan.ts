import { day } from '../health/episodes.ts';
import type { Folder, Mailbox, OpenFolder } from '../mailbox/mailbox.ts';
import { without } from '../mailbox/uid-set.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import { markExpunged } from './expunged.ts';

export type Purpose = 'notices' | 'pace';

/** What is to be read of one folder. It outlives a connection: reading goes on at `left`. */
export interface FolderPlan {
  readonly folder: Folder & Pick<OpenFolder, 'uidValidity' | 'uidNext' | 'messages'>;
  readonly folderId: number;
  readonly purpose: Purpose;
  /** UIDs to look at, ascending; they are read from the end. */
  readonly uids: Uint32Array;
  /** UIDs before this index are still to be looked at. */
  left: number;
  /** Read to its end, and recorded so. */
  done: boolean;
  /** Messages that the server would not give, whatever was tried. */
  skipped: number;
  /** The UID that failed when it was asked for alone. */
  suspect: number | null;
}

export interface PlanContext {
  readonly store: Store;
  readonly accountId: number;
  readonly since: Date | null;
  readonly clock: () => Date;
}

/** Sent is read a day further back: an episode at the window's start has a pace of 24 hours before it too. */
export const windowOf = (since: Date | null, purpose: Purpose): Date | null =>
  since !== null && purpose === 'pace' ? new Date(since.getTime() - day) : since;

/** Opens a folder and finds what is left to read: what is new, and with an earlier window what is older. */
export async function planFolder(
  mailbox: Mailbox,
  { store, accountId, since, clock }: PlanContext,
  { path, role }: Folder,
  purpose: Purpose,
): Promise<Result<FolderPlan>> {
  const opened = await mailbox.openFolder(path);
  if (!opened.ok) return opened;
  const folder = opened.value;
  const { uidValidity, uidNext, messages } = folder;
  const folderId = store.folders.open({ accountId, path, uidValidity, role, messages });
  const marked = await markExpunged(store, folder, folderId, clock().getTime());
  if (!marked.ok) return marked;
  const unread = await findUnread(store, folder, folderId, windowOf(since, purpose));
  if (!unread.ok) return unread;
  const uids = without(unread.value, store.folders.sweptRuns(folderId));
  return ok({
    folder: { path, role, uidValidity, uidNext, messages },
    ...{ folderId, purpose, uids },
    ...{ left: uids.length, done: false, skipped: 0, suspect: null },
  });
}

/** UIDs in the window that no completed scan covers, ascending. */
async function findUnread(
  store: Store,
  folder: OpenFolder,
  folderId: number,
  since: Date | null,
): Promise<Result<Uint32Array>> {
  if (folder.messages === 0) return ok(new Uint32Array());
  const before = store.folders.completion(folderId);
  if (before === null) return folder.findUids({ fromUid: 1, since, before: null });

  const { belowUid } = before;
  const newer =
    folder.uidNext > belowUid
      ? await folder.findUids({ fromUid: belowUid, since, before: null })
      : ok(new Uint32Array());
  if (!newer.ok) return newer;
  if (before.since === null || (since !== null && since.getTime() >= before.since)) return newer;
  const older = await folder.findUids({ fromUid: 1, since, before: new Date(before.since) });
  if (!older.ok) return older;
  const both = new Uint32Array(older.value.length + newer.value.length);
  const below = older.value.filter((uid) => uid < belowUid);
  both.set(below);
  both.set(newer.value, below.length);
  return ok(both.subarray(0, below.length + newer.value.length));
}

/** Records that a plan was carried out to its end, and what the folder has been read for since it was first. */
export function complete(
  plan: FolderPlan,
  { store, since, clock }: Pick<PlanContext, 'store' | 'since' | 'clock'>,
): void {
  const { folderId, folder, purpose } = plan;
  const before = store.folders.completion(folderId);
  const from = windowOf(since, purpose)?.getTime() ?? null;
  const earliest =
    from === null || (before !== null && before.since === null)
      ? null
      : Math.min(from, before?.since ?? Infinity);
  store.transaction(() => {
    store.places.markMissing(folderId, from, clock().getTime());
    store.folders.setCompletion(folderId, { since: earliest, belowUid: folder.uidNext });
  });
  plan.done = true;
}
