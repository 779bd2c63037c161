import { createHash } from 'node:crypto';
import { messageId, readNotice } from '../bounce/index.ts';
import type { OpenFolder } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { FoundNotice } from './store-notice.ts';

/** A notice's report comes first in it; what follows is the returned original, which no verdict needs. */
const candidateBytes = 256 * 1024;
/** A report this long may go on where the reading was cut: then it is fetched to this size, for 1,000 recipients. */
const longReport = 50;
const longReportBytes = 2 * 1024 * 1024;
/** What one command may bring: it bounds the memory, and the time of the command. */
const batchBytes = 4 * 1024 * 1024;
/** However small a server says that its messages are. */
const batchMessages = 64;

/** A message that may be a notice. */
export interface Candidate {
  readonly uid: number;
  readonly receivedAt: number;
  /** RFC822.SIZE, which the server says and may be wrong about. */
  readonly size: number;
}

/**
 * Fetches and reads what may be a notice: the likely ones, and of those whose header tells nothing the ones that carry
 * a message or a report as a part. One that vanished meanwhile is left out.
 * @returns which messages were candidates, and what was found in them
 */
export async function readCandidates(
  folder: OpenFolder,
  likely: readonly Candidate[],
  closed: readonly Candidate[],
): Promise<Result<{ uids: ReadonlySet<number>; found: readonly FoundNotice[] }>> {
  // Asked together, so that the second command goes out as soon as the first is answered.
  const [first, enclosing] = await Promise.all([
    readAll(folder, likely),
    closed.length === 0 ? ok(new Set<number>()) : folder.findEnclosing(closed.map(uidOf)),
  ]);
  if (!first.ok) return first;
  if (!enclosing.ok) return enclosing;
  const carriers = closed.filter(({ uid }) => enclosing.value.has(uid));
  const more = await readAll(folder, carriers);
  if (!more.ok) return more;
  return ok({
    uids: new Set([...likely, ...carriers].map(uidOf)),
    found: [...first.value, ...more.value],
  });
}

const uidOf = ({ uid }: Candidate): number => uid;

async function readAll(
  folder: OpenFolder,
  candidates: readonly Candidate[],
): Promise<Result<readonly FoundNotice[]>> {
  const found: FoundNotice[] = [];
  for (const batch of inBatches(candidates)) {
    const fetched = await folder.fetchMessages(batch.map(uidOf), candidateBytes);
    if (!fetched.ok) return fetched;
    for (const { uid, receivedAt } of batch) {
      const raw = fetched.value.get(uid);
      if (raw === undefined) continue;
      let notice = readNotice(raw);
      if (raw.length >= candidateBytes && notice.failures.length >= longReport) {
        const whole = await folder.fetchMessages([uid], longReportBytes);
        if (!whole.ok) return whole;
        notice = readNotice(whole.value.get(uid) ?? raw);
      }
      // A key of the bytes must stay the same, whatever the report's length.
      if (notice.isBounce || notice.unreadable !== null)
        found.push({ uid, receivedAt, messageKey: keyOf(raw), notice });
    }
  }
  return ok(found);
}

/** Cuts a list so that what each part will bring stays below the bounds, by the sizes that the sweep told. */
export function inBatches(candidates: readonly Candidate[]): Candidate[][] {
  const batches: Candidate[][] = [];
  let bytes = 0;
  for (const candidate of candidates) {
    const size = Math.min(candidate.size, candidateBytes);
    const last = batches.at(-1);
    if (last && last.length < batchMessages && bytes + size <= batchBytes) {
      last.push(candidate);
      bytes += size;
    } else {
      batches.push([candidate]);
      bytes = size;
    }
  }
  return batches;
}

/** By which a message is known again, however much of it was read. */
export const messageKey = (raw: Uint8Array): string => keyOf(raw.subarray(0, candidateBytes));

const keyOf = (raw: Uint8Array): string =>
  messageId(raw) ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
