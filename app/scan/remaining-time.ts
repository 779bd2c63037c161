/** Milliseconds that count most: long enough to be steady, short enough to notice a slower server. */
const memory = 20_000;
/** Before that, what was seen is no speed yet. */
const soonest = 2_000;

/** How long the rest will take, from the speed seen so far in this scan: pauses and slow chunks are part of it. */
export class RemainingTime {
  #startedAt: number | null = null;
  #lastAt = 0;
  #lastDone = 0;
  /** Messages a millisecond. */
  #speed: number | null = null;

  /**
   * @param done messages looked at until now
   * @param now milliseconds of any clock that runs forward
   */
  observe(done: number, now: number): void {
    this.#startedAt ??= now;
    if (this.#lastAt === 0) this.#lastAt = this.#startedAt;
    const spent = now - this.#lastAt;
    if (done <= this.#lastDone || spent <= 0) return;
    const seen = (done - this.#lastDone) / spent;
    // A chunk weighs by its time, so that many small ones say no more than one large.
    const weight = 1 - Math.exp(-spent / memory);
    this.#speed =
      this.#speed === null || now - this.#startedAt < memory
        ? done / (now - this.#startedAt)
        : this.#speed + (seen - this.#speed) * weight;
    this.#lastAt = now;
    this.#lastDone = done;
  }

  /** @returns milliseconds, null while there is too little to go by */
  of(left: number): number | null {
    if (left === 0) return 0;
    if (this.#speed === null || this.#startedAt === null) return null;
    if (this.#lastAt - this.#startedAt < soonest) return null;
    return Math.round(left / this.#speed);
  }
}
