const first = 100;
const smallest = 50;
const largest = 8000;
/** Small enough that findings appear while the scan runs and little is lost when it is cut. */
const wantedMs = 1000;

/** How many messages to ask for at once, so that one chunk takes about a second whatever the server's speed. */
export class ChunkSize {
  #size = first;

  get size(): number {
    return this.#size;
  }

  /** After a chunk of `count` messages that took so long. */
  adapt(count: number, milliseconds: number): void {
    // The short last chunk of a folder is quick whatever the server, and says nothing unless it was slow.
    if (count < this.#size && milliseconds < wantedMs) return;
    const factor = Math.min(2, Math.max(0.25, wantedMs / Math.max(1, milliseconds)));
    // Below the smallest only a failure brings it; from there it doubles its way back.
    const floor = Math.min(smallest, this.#size * 2);
    this.#size = Math.round(Math.min(largest, Math.max(floor, this.#size * factor)));
  }

  /** A busy server is asked for half; a chunk that fails again and again is cut down to the message that is to blame. */
  shrink(divisor: number): void {
    this.#size = Math.max(1, Math.floor(this.#size / divisor));
  }
}
