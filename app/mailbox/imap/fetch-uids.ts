import { ok, type Result } from '../../result.ts';
import { readRow } from './fetch-row.ts';
import { problem } from './problem.ts';
import { failureOf, type Session } from './session.ts';
import { atom, uidSet } from './wire.ts';

/** UIDs asked for in one command, at least. */
const minStep = 10_000;
/** UIDs are given away sparsely, up to 4,294,967,295: wide ranges take wide steps, never thousands of commands. */
const maxSteps = 200;

/** All UIDs of a range, ascending, for a server that refuses SEARCH altogether. */
export async function fetchUids(
  session: Session,
  path: string,
  from: number,
  uidNext: number,
  maxUids: number,
): Promise<Result<readonly number[]>> {
  const step = Math.max(minStep, Math.ceil((uidNext - from) / maxSteps));
  const uids = new Set<number>();
  for (let low = from; low < uidNext; low += step) {
    const high = Math.min(low + step, uidNext) - 1;
    const answer = await session.run('UID FETCH', [uidSet(`${low}:${high}`), [atom('UID')]], {
      FETCH: (untagged) => {
        const uid = readRow(untagged).uid;
        if (uid !== null && uid >= low && uid <= high && uids.size <= maxUids) uids.add(uid);
      },
    });
    if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
    if (uids.size > maxUids) return { ok: false, problem: problem('server-refused', path) };
  }
  return ok([...uids].sort((a, b) => a - b));
}
