/** Clocks of two machines differ; a Date this far after arrival is still believed. */
const tolerance = 10 * 60 * 1000;
/** RFC 821 is older, mail with such a date is not: a clock that was never set. */
const firstPlausible = Date.UTC(1995, 0, 1);

/**
 * When a message was written: its Date header, unless that is missing, lies in the future of its arrival, before there
 * was such mail, or before the mail that it answers was sent. Notices that arrive days late keep their own time.
 * @param written milliseconds since 1970 UTC of the Date header, or null
 * @param receivedAt INTERNALDATE
 * @param answersAt the Date of the mail that bounced, or null
 */
export function believableTime(
  written: number | null,
  receivedAt: number,
  answersAt: number | null = null,
): number {
  if (written === null || written > receivedAt + tolerance || written < firstPlausible)
    return receivedAt;
  // Only a date that can be believed itself is held against another.
  if (answersAt !== null && answersAt <= receivedAt + tolerance && written < answersAt - tolerance)
    return receivedAt;
  return written;
}
