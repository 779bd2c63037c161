import { toRuns } from '../uid-set.ts';

export interface UidChunk {
  /** As the command carries it: "3:9,12". */
  readonly set: string;
  readonly uids: ReadonlySet<number>;
}

/** A server should take command lines of 8,000 octets (RFC 2683 section 3.2.1.5); the rest is for the other words. */
const maxSetLength = 7_000;
/** So many messages an answer, that one command ends within its time on a slow line too. */
const maxMessages = 8_000;

/** Cuts a list of UIDs into sets that one command each can carry; sorts it and drops duplicates. */
export function toChunks(uids: ArrayLike<number>): UidChunk[] {
  const ascending = [...new Set(Array.from(uids))].sort((a, b) => a - b);
  const chunks: UidChunk[] = [];
  let parts: string[] = [];
  let members = new Set<number>();
  let length = 0;
  const finish = () => {
    if (parts.length > 0) chunks.push({ set: parts.join(','), uids: members });
    parts = [];
    members = new Set();
    length = 0;
  };
  for (const [low, high] of toRuns(ascending)) {
    for (let from = low; from <= high;) {
      const to = Math.min(high, from + maxMessages - members.size - 1);
      const part = from === to ? String(from) : `${from}:${to}`;
      parts.push(part);
      length += part.length + 1;
      for (let uid = from; uid <= to; uid += 1) members.add(uid);
      from = to + 1;
      if (members.size >= maxMessages || length > maxSetLength - 22) finish();
    }
  }
  finish();
  return chunks;
}
