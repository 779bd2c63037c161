import { day } from './episodes.ts';
import { fromLocal, type OffsetAt } from './zone.ts';

/** Two times of day on the viewer's clock, such as '22:30'; they may lie around midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const minute = 60_000;

/** Milliseconds since midnight as a clock shows it. */
function timeOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

/**
 * When the quiet hours that hold a moment end; null where it lies in none. Both times are what the clocks on the
 * wall show, also in a night in which they change. Two equal times are no hours at all.
 */
export function quietUntil(
  quiet: QuietHours | null,
  now: number,
  offsetAt: OffsetAt,
): number | null {
  if (quiet === null) return null;
  const [from, to] = [timeOfDay(quiet.from), timeOfDay(quiet.to)];
  const local = now + offsetAt(now);
  const midnight = Math.floor(local / day) * day;
  const time = local - midnight;
  const inside = from <= to ? time >= from && time < to : time >= from || time < to;
  if (!inside) return null;
  const end = midnight + to + (time < to ? 0 : day);
  const until = fromLocal(end, offsetAt);
  // In an hour that the clocks show twice the first of the two is past.
  return until > now ? until : now + (end - local);
}
