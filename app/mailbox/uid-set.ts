/** A set of UIDs as ascending, disjoint, non-adjacent runs [low, high]: compact, since mailboxes are mostly read in order. */
export type UidRuns = readonly (readonly [low: number, high: number])[];

/** Runs of an ascending list without duplicates. */
export function toRuns(uids: ArrayLike<number>): UidRuns {
  const runs: [number, number][] = [];
  for (let index = 0; index < uids.length; index += 1) {
    const uid = uids[index] ?? 0;
    const last = runs.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs;
}

/** The members of an ascending list that lie in no run; both are walked once. */
export function without(uids: Uint32Array, runs: UidRuns): Uint32Array {
  let at = 0;
  return uids.filter((uid) => {
    while (at < runs.length && (runs[at]?.[1] ?? 0) < uid) at += 1;
    const run = runs[at];
    return !run || uid < run[0];
  });
}

/** Collects UIDs in any order at four bytes each. */
export class UidCollector {
  #uids = new Uint32Array(1_024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(uid: number): void {
    if (this.#size === this.#uids.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#uids);
      this.#uids = larger;
    }
    this.#uids[this.#size] = uid;
    this.#size += 1;
  }

  /** Sorted, each once. */
  ascending(): Uint32Array {
    const sorted = this.#uids.slice(0, this.#size).sort();
    return sorted.filter((uid, index) => index === 0 || uid !== sorted[index - 1]);
  }
}
