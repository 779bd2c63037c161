const smallest = 50;
const largest = 2000;
/** Small enough that findings appear while the scan runs and little is lost when it is cut. */
const wanted = 1000;

/**
 * How many messages to ask for next, so that one answer takes about a second whatever the server's speed.
 * @param size how many were asked for last
 * @param milliseconds how long that took
 */
export function nextChunkSize(size: number, milliseconds: number): number {
  const factor = Math.min(2, Math.max(0.25, wanted / Math.max(1, milliseconds)));
  return Math.round(Math.min(largest, Math.max(smallest, size * factor)));
}

export const firstChunkSize = 100;
