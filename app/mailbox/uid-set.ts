/** A set of UIDs as ascending, disjoint, non-adjacent runs [low, high]: compact, since mailboxes are mostly read in order. */
export type UidRuns = readonly (readonly [low: number, high: number])[];

/** Runs of an ascending list without duplicates. */
export function toRuns(uids: readonly number[]): UidRuns {
  const runs: [number, number][] = [];
  for (const uid of uids) {
    const last = runs.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs;
}

/** The members of an ascending list that lie in no run; both are walked once. */
export function without(uids: readonly number[], runs: UidRuns): number[] {
  const left: number[] = [];
  let at = 0;
  for (const uid of uids) {
    while (at < runs.length && (runs[at]?.[1] ?? 0) < uid) at += 1;
    const run = runs[at];
    if (!run || uid < run[0]) left.push(uid);
  }
  return left;
}
