import { ok, type Result } from '../../result.ts';
import type { UidQuery } from '../mailbox.ts';
import { UidCollector } from '../uid-set.ts';
import { readRow } from './fetch-row.ts';
import { problem } from './problem.ts';
import { failureOf, type Session } from './session.ts';
import { toChunks } from './uid-set.ts';
import { atom, uidSet } from './wire.ts';

/** UIDs asked for in one command, at least. */
const minStep = 10_000;
/** UIDs are given away sparsely, up to 4,294,967,295: wide ranges take wide steps, never thousands of commands. */
const maxSteps = 200;

/**
 * The UIDs of a range, ascending, for a server that refuses SEARCH altogether. Where the query names times,
 * INTERNALDATE comes along and is looked at here; a row without a readable one is kept.
 */
export async function fetchUids(
  session: Session,
  path: string,
  uidNext: number,
  { fromUid, since, before }: UidQuery,
  maxUids: number,
): Promise<Result<Uint32Array>> {
  const dated = since !== null || before !== null;
  const items = dated ? [atom('UID'), atom('INTERNALDATE')] : [atom('UID')];
  const inWindow = (at: Date | null): boolean =>
    at === null || ((since === null || at >= since) && (before === null || at < before));
  const step = Math.max(minStep, Math.ceil((uidNext - fromUid) / maxSteps));
  const uids = new UidCollector();
  for (let low = fromUid; low < uidNext; low += step) {
    const high = Math.min(low + step, uidNext) - 1;
    const answer = await session.run('UID FETCH', [uidSet(`${low}:${high}`), items], {
      FETCH: (untagged) => {
        const { uid, receivedAt } = readRow(untagged);
        if (uid === null || uid < low || uid > high || uids.size > maxUids) return;
        if (inWindow(receivedAt)) uids.add(uid);
      },
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
    if (uids.size > maxUids) return { ok: false, problem: problem('server-refused', path) };
  }
  return ok(uids.ascending());
}

/** Those of the UIDs that the folder still has. */
export async function findPresent(
  session: Session,
  path: string,
  uids: ArrayLike<number>,
): Promise<Result<ReadonlySet<number>>> {
  const present = new Set<number>();
  for (const chunk of toChunks(uids)) {
    const answer = await session.run('UID FETCH', [uidSet(chunk.set), [atom('UID')]], {
      FETCH: (untagged) => {
        const { uid } = readRow(untagged);
        if (uid !== null && chunk.uids.has(uid)) present.add(uid);
      },
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
  }
  return ok(present);
}
