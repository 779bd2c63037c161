import type { Mailbox, OpenFolder } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { ChunkSize } from './chunk-size.ts';
import { complete, type FolderPlan, type PlanContext, windowOf } from './plan.ts';
import type { Progress } from './progress.ts';
import { newChunk, type Chunk } from './read-chunk.ts';

export interface SweepContext extends PlanContext {
  readonly address: string;
  readonly signal: AbortSignal;
  readonly chunks: ChunkSize;
  readonly progress: Progress;
}

/** A chunk whose headers are on their way. */
interface Asked {
  /** Index of its first UID in the plan. */
  readonly from: number;
  readonly uids: Uint32Array;
  readonly chunk: Chunk;
  readonly headers: Promise<Result<null>>;
}

/**
 * Reads a folder from where its plan stands down to index `downTo`, newest first, in chunks. Each is stored with its
 * checkpoint in one transaction, while the next one's headers are already on their way.
 * @returns 'renumbered' where UIDVALIDITY is another than planned for: the UIDs mean other messages now
 */
export async function sweepFolder(
  context: SweepContext,
  mailbox: Mailbox,
  plan: FolderPlan,
  downTo: number,
): Promise<Result<'read' | 'renumbered'>> {
  const { signal, progress } = context;
  if (plan.left > downTo && !signal.aborted) {
    progress.at('sweeping', plan.folder.path);
    const opened = await mailbox.openFolder(plan.folder.path);
    if (!opened.ok) return opened;
    if (opened.value.uidValidity !== plan.folder.uidValidity) return ok('renumbered');
    const swept = await sweepChunks(context, opened.value, plan, downTo);
    if (!swept.ok) return swept;
  }
  if (plan.left === 0 && !plan.done && plan.skipped === 0 && !signal.aborted)
    complete(plan, context);
  return ok('read');
}

async function sweepChunks(
  context: SweepContext,
  folder: OpenFolder,
  plan: FolderPlan,
  downTo: number,
): Promise<Result<null>> {
  const { signal, chunks, clock, progress } = context;
  const ask = (end: number): Asked | null => {
    if (end <= downTo || signal.aborted) return null;
    const from = Math.max(downTo, end - chunks.size);
    const uids = plan.uids.subarray(from, end);
    const since = windowOf(context.since, plan.purpose);
    const chunk = newChunk({ ...context, since, folderId: plan.folderId }, plan.purpose);
    const headers = folder.fetchHeaders(uids, chunk.fields, (message) => chunk.take(message));
    return { from, uids, chunk, headers };
  };
  let asked = ask(plan.left);
  let since = clock().getTime();
  while (asked) {
    const { from, uids, chunk } = asked;
    const headers = await asked.headers;
    if (!headers.ok) return failChunk(context, plan, uids, headers);
    const next = ask(from);
    const found = await chunk.read(folder);
    if (!found.ok) {
      // A connection that still stands answers in order: what was asked last must be out of the way.
      await next?.headers;
      return failChunk(context, plan, uids, found);
    }
    if (signal.aborted) return ok(null);
    context.store.transaction(() => chunk.store());
    plan.left = from;
    const now = clock().getTime();
    chunks.adapt(uids.length, now - since);
    since = now;
    progress.chunk({ ...found.value, swept: uids.length });
    asked = next;
  }
  return ok(null);
}

/** More than these would make the scan a guess. */
const mostSkipped = 5;

/**
 * A single message that fails once more after the chunk was cut down to it is passed over and told as not read, so
 * that one broken message does not hide all that are older. A server that has given nothing yet is not believed to
 * have one broken message.
 */
function failChunk<T extends Result<unknown>>(
  { progress, signal }: SweepContext,
  plan: FolderPlan,
  uids: Uint32Array,
  failure: T,
): T {
  if (uids.length !== 1 || signal.aborted || progress.swept === 0) return failure;
  if (plan.suspect === uids[0] && plan.skipped < mostSkipped) {
    plan.skipped += 1;
    plan.left -= 1;
    progress.step();
  }
  plan.suspect = uids[0] ?? null;
  return failure;
}
