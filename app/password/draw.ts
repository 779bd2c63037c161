/** A cryptographic source: as many random bytes as asked for. Node: `crypto.randomBytes`. */
export type RandomSource = (bytes: number) => Uint8Array;

/** A whole number from 0 to `below` - 1, each equally likely; `below` is 1 to 65,536. */
export type Draw = (below: number) => number;

const bytesAtOnce = 512;

/** So many refusals in a row do not happen by chance: the source is broken and would hold the program. */
const mostRefusals = 1000;

/**
 * Even draws. The remainder of a random number favours small results, so numbers above the last full multiple
 * of `below` are refused and drawn again.
 */
export function createDraw(random: RandomSource): Draw {
  let pool = new Uint8Array();
  let used = 0;
  const pair = (): number => {
    if (used + 2 > pool.length) {
      pool = Uint8Array.from(random(bytesAtOnce));
      used = 0;
    }
    const [high, low] = pool.subarray(used, used + 2);
    if (high === undefined || low === undefined)
      throw new Error('the random source gave too few bytes');
    // What has been used must not be found in memory later.
    pool.fill(0, used, used + 2);
    used += 2;
    return high * 256 + low;
  };
  return (below) => {
    if (!Number.isInteger(below) || below < 1 || below > 65_536)
      throw new RangeError(`cannot draw below ${below}`);
    const end = 65_536 - (65_536 % below);
    for (let refusals = 0; refusals < mostRefusals; refusals += 1) {
      const number = pair();
      if (number < end) return number % below;
    }
    throw new Error('the random source is broken');
  };
}
