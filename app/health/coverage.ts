import { directionOf, flag, isRejection, type FailureColumns } from '../store/failure-columns.ts';
import { highest } from './episodes.ts';

/** How many of the mails that bounced stand in Sent. Each original counts once. */
export interface Tally {
  readonly inSent: number;
  readonly missing: number;
}

export interface Coverage {
  readonly all: Tally;
  /** Throttled by a server that may have limited our own account. */
  readonly own: Tally;
  /** Notices that do not tell the Message-ID of the original: they count on neither side. */
  readonly unknown: number;
}

/** Below this a good part of what bounced was sent by something that keeps no copy in Sent. */
export const lowCoverage = 0.5;
/** From here on nearly everything that bounced is known to have been sent from this mailbox. */
export const highCoverage = 0.8;

/** Null where no original is known: then nothing can be said, and nothing is. */
export const share = ({ inSent, missing }: Tally): number | null =>
  inSent + missing === 0 ? null : inSent / (inSent + missing);

export function measureCoverage(columns: FailureColumns, since: number | null): Coverage {
  const { original, flags, notice, receivedAt, length } = columns;
  const seen = new Uint8Array(highest(original) + 1);
  const all = { inSent: 0, missing: 0 };
  const ours = { inSent: 0, missing: 0 };
  let unknown = 0;
  let lastUnknown = 0;
  for (let row = 0; row < length; row += 1) {
    if (since !== null && (receivedAt[row] ?? 0) < since) continue;
    const id = original[row] ?? 0;
    if (id === 0) {
      if (notice[row] !== lastUnknown) unknown += 1;
      lastUnknown = notice[row] ?? 0;
      continue;
    }
    const bits = flags[row] ?? 0;
    const side = (bits & flag.inSent) === 0 ? 'missing' : 'inSent';
    if (((seen[id] ?? 0) & 1) === 0) all[side] += 1;
    const own = isRejection(bits) && directionOf(bits) !== 'recipient-server';
    if (own && ((seen[id] ?? 0) & 2) === 0) ours[side] += 1;
    seen[id] = (seen[id] ?? 0) | (own ? 3 : 1);
  }
  return { all, own: ours, unknown };
}
