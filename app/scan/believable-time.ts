/** Clocks of two machines differ; a Date this far after arrival is still believed. */
const tolerance = 10 * 60 * 1000;
/** RFC 821 is older, mail with such a date is not: a clock that was never set. */
const firstPlausible = Date.UTC(1995, 0, 1);

/**
 * When a message was written: its Date header, unless that is missing, lies in the future of its arrival
 * or before there was such mail. Notices that arrive days late keep their own time.
 * @param written milliseconds since 1970 UTC of the Date header, or null
 * @param receivedAt INTERNALDATE
 */
export function believableTime(written: number | null, receivedAt: number): number {
  if (written === null || written > receivedAt + tolerance || written < firstPlausible)
    return receivedAt;
  return written;
}
