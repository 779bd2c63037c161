const first = 100;
const smallest = 50;
const largest = 8000;
/** Small enough that findings appear while the scan runs and little is lost when it is cut. */
const wantedMs = 1000;

/** Where even a small chunk takes long, the way is long, and asking for less would only ask more often. */
const timesTheShortest = 4;
const longestMs = 8000;

/**
 * How many messages to ask for at once, so that one chunk takes about a second whatever the server's speed; over a
 * long line some times its round trips.
 */
export class ChunkSize {
  #size = first;
  #shortestMs = longestMs;

  get size(): number {
    return this.#size;
  }

  /** After a chunk of `count` messages that took so long. */
  adapt(count: number, milliseconds: number): void {
    this.#shortestMs = Math.min(this.#shortestMs, milliseconds);
    const aimMs = Math.max(wantedMs, Math.min(longestMs, timesTheShortest * this.#shortestMs));
    // The short last chunk of a folder is quick whatever the server, and says nothing unless it was slow.
    if (count < this.#size && milliseconds < aimMs) return;
    const factor = Math.min(2, Math.max(0.25, aimMs / Math.max(1, milliseconds)));
    // Below the smallest only a failure brings it; from there it doubles its way back.
    const floor = Math.min(smallest, this.#size * 2);
    this.#size = Math.round(Math.min(largest, Math.max(floor, this.#size * factor)));
  }

  /** A busy server is asked for half; a chunk that fails again and again is cut down to the message that is to blame. */
  shrink(divisor: number): void {
    this.#size = Math.max(1, Math.floor(this.#size / divisor));
  }
}
