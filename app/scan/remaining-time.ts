/** Milliseconds that count most: long enough to be steady, short enough to notice a slower server. */
const memory = 20_000;
/** Before that, what was seen is no speed yet. */
const soonest = 2_000;

/** A chunk that is so much larger than the one before shows a scan that is still finding its pace. */
const growth = 1.5;

/** How long the rest will take, from the speed seen so far in this scan: pauses and slow chunks are part of it. */
export class RemainingTime {
  /** Where the speed is counted from: milliseconds, and messages done by then. */
  #from: { readonly at: number; readonly done: number } | null = null;
  #last = { at: 0, done: 0, chunk: Infinity };
  /** Messages a millisecond. */
  #speed: number | null = null;

  /**
   * @param done messages looked at until now
   * @param now milliseconds of any clock that runs forward
   */
  observe(done: number, now: number): void {
    if (this.#from === null) {
      this.#from = { at: now, done };
      this.#last = { at: now, done, chunk: Infinity };
    }
    const spent = now - this.#last.at;
    const chunk = done - this.#last.done;
    if (chunk <= 0 || spent <= 0) return;
    if (chunk >= growth * this.#last.chunk) {
      this.#from = this.#last;
      this.#speed = null;
    }
    const sinceThen = now - this.#from.at;
    // A chunk weighs by its time, so that many small ones say no more than one large.
    const weight = 1 - Math.exp(-spent / memory);
    this.#speed =
      this.#speed === null || sinceThen < memory
        ? (done - this.#from.done) / sinceThen
        : this.#speed + (chunk / spent - this.#speed) * weight;
    this.#last = { at: now, done, chunk };
  }

  /** @returns milliseconds, null while there is too little to go by */
  of(left: number): number | null {
    if (left === 0) return 0;
    if (this.#speed === null || this.#from === null) return null;
    return this.#last.at - this.#from.at < soonest ? null : Math.round(left / this.#speed);
  }
}
