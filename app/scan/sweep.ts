import type { Mailbox, SweptMessage } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import { firstChunkSize, nextChunkSize } from './chunk-size.ts';
import { completionOf, type FolderPlan } from './plan.ts';
import { noticeFields, paceFields, readForNotices, readForPace } from './read-chunk.ts';

export interface ChunkCounts {
  readonly swept: number;
  readonly candidates: number;
  readonly notices: number;
  readonly throttled: number;
}

export interface SweepContext {
  readonly mailbox: Mailbox;
  readonly store: Store;
  readonly accountId: number;
  readonly address: string;
  readonly since: Date | null;
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly onChunk: (chunk: ChunkCounts, folder: string) => void;
}

/** Reads a folder newest first, in chunks; each chunk is stored together with its checkpoint. */
export async function sweepFolder(context: SweepContext, plan: FolderPlan): Promise<Result<null>> {
  const { mailbox, store, since, clock } = context;
  const cancelled = (): boolean => context.signal.aborted;
  if (plan.uids.length > 0) {
    const opened = await mailbox.openFolder(plan.folder.path);
    if (!opened.ok) return opened;
    // The folder was made anew between planning and reading: its UIDs mean other messages now.
    if (opened.value.uidValidity !== plan.folder.uidValidity)
      return {
        ok: false,
        problem: { code: 'folder-refused', subject: plan.folder.path, detail: 'UIDVALIDITY' },
      };
    let size = firstChunkSize;
    let end = plan.uids.length;
    while (end > 0 && !cancelled()) {
      const startedAt = clock().getTime();
      const uids = plan.uids.slice(Math.max(0, end - size), end);
      const read = await sweepChunk(context, { ...plan, folder: opened.value }, uids);
      if (!read.ok) return cancelled() ? ok(null) : read;
      context.onChunk(read.value, plan.folder.path);
      end -= uids.length;
      size = nextChunkSize(size, clock().getTime() - startedAt);
    }
  }
  if (!cancelled()) completionOf(store, plan, since);
  return ok(null);
}

async function sweepChunk(
  { store, accountId, address, since, signal }: SweepContext,
  plan: FolderPlan,
  uids: readonly number[],
): Promise<Result<ChunkCounts>> {
  const fields = plan.purpose === 'notices' ? noticeFields : paceFields;
  const fetched = await plan.folder.fetchHeaders(uids, fields);
  if (!fetched.ok) return fetched;
  // The search knows days only: what arrived before the window is not looked at, nor recorded as read.
  const inWindow = (message: SweptMessage): boolean =>
    since === null || message.receivedAt.getTime() >= since.getTime();
  const messages = fetched.value.filter(inWindow);
  const chunk = { store, accountId, address, plan };
  const read =
    plan.purpose === 'notices'
      ? await readForNotices(chunk, messages)
      : ok(readForPace(chunk, messages));
  if (!read.ok) return read;
  if (signal.aborted) return ok({ swept: 0, candidates: 0, notices: 0, throttled: 0 });
  const { candidates, notices } = read.value;
  store.transaction(() => {
    read.value.store();
    store.folders.addSwept(
      plan.folderId,
      messages.map(({ uid }) => uid).sort((a, b) => a - b),
      messages.map(({ uid, receivedAt }) => ({
        receivedAt: receivedAt.getTime(),
        candidate: candidates.has(uid),
      })),
    );
  });
  const bounces = notices.filter(({ isBounce }) => isBounce);
  return ok({
    swept: uids.length,
    candidates: candidates.size,
    notices: bounces.length,
    throttled: bounces
      .flatMap(({ failures }) => failures)
      .filter(({ category, confidence }) => category === 'throttle' && confidence === 'certain')
      .length,
  });
}
