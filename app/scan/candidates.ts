import { chooseBySweep } from '../bounce/index.ts';
import type { OpenFolder, SweptMessage } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';

/** A notice's report comes first in it; what follows is the returned original, which no verdict needs. */
const candidateBytes = 256 * 1024;
/** What one command may bring: it bounds the memory, and the time of the command. */
const batchBytes = 4 * 1024 * 1024;
/** However small a server says that its messages are. */
const batchMessages = 64;

export interface Candidate {
  readonly message: SweptMessage;
  readonly raw: Uint8Array;
}

export interface Chosen {
  readonly uids: ReadonlySet<number>;
  /** Those whose bytes came; one that vanished meanwhile is left out. */
  readonly fetched: readonly Candidate[];
}

/** Chooses by header, and for messages with attachments by structure, what may be a notice, and fetches only that. */
export async function fetchCandidates(
  folder: OpenFolder,
  messages: readonly SweptMessage[],
): Promise<Result<Chosen>> {
  const likely: SweptMessage[] = [];
  const closed: SweptMessage[] = [];
  for (const message of messages) {
    const choice = chooseBySweep(message.headers);
    if (choice === 'candidate') likely.push(message);
    if (choice === 'may-enclose') closed.push(message);
  }
  // Asked together, so that the second command goes out as soon as the first is answered.
  const [fetched, enclosing] = await Promise.all([
    fetchAll(folder, likely),
    closed.length === 0
      ? ok(new Set<number>())
      : folder.findEnclosing(closed.map(({ uid }) => uid)),
  ]);
  if (!fetched.ok) return fetched;
  if (!enclosing.ok) return enclosing;
  const carriers = closed.filter(({ uid }) => enclosing.value.has(uid));
  const more = await fetchAll(folder, carriers);
  if (!more.ok) return more;
  return ok({
    uids: new Set([...likely, ...carriers].map(({ uid }) => uid)),
    fetched: [...fetched.value, ...more.value],
  });
}

async function fetchAll(
  folder: OpenFolder,
  messages: readonly SweptMessage[],
): Promise<Result<readonly Candidate[]>> {
  const candidates: Candidate[] = [];
  for (const batch of inBatches(messages)) {
    const fetched = await folder.fetchMessages(
      batch.map(({ uid }) => uid),
      candidateBytes,
    );
    if (!fetched.ok) return fetched;
    for (const message of batch) {
      const raw = fetched.value.get(message.uid);
      if (raw !== undefined) candidates.push({ message, raw });
    }
  }
  return ok(candidates);
}

/** Cuts a list so that what each part will bring stays below the bounds, by the sizes that the sweep told. */
export function inBatches(messages: readonly SweptMessage[]): SweptMessage[][] {
  const batches: SweptMessage[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const size = Math.min(message.size, candidateBytes);
    const last = batches.at(-1);
    if (last && last.length < batchMessages && bytes + size <= batchBytes) {
      last.push(message);
      bytes += size;
    } else {
      batches.push([message]);
      bytes = size;
    }
  }
  return batches;
}
