/** Collects bytes up to a limit; what comes beyond it is dropped and remembered as `truncated`. */
export class ByteBuffer {
  #bytes = new Uint8Array(16 * 1024);
  #length = 0;
  #truncated = false;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** More was given than is kept. */
  get full(): boolean {
    return this.#truncated;
  }

  append(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, this.#limit - this.#length);
    if (kept.byteLength < bytes.byteLength) this.#truncated = true;
    const needed = this.#length + kept.byteLength;
    if (needed > this.#bytes.byteLength) {
      const grown = new Uint8Array(Math.min(this.#limit, Math.max(needed, 2 * this.#length)));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(kept, this.#length);
    this.#length = needed;
  }

  /** A copy of what was collected; the buffer starts anew. */
  take(): { readonly bytes: Uint8Array; readonly truncated: boolean } {
    const taken = { bytes: this.#bytes.slice(0, this.#length), truncated: this.#truncated };
    this.#length = 0;
    this.#truncated = false;
    return taken;
  }
}
