/** What a target was fed when it broke a promise. */
export class Finding extends Error {
  readonly bytes: Uint8Array;

  constructor(what: string, bytes: Uint8Array) {
    super(what);
    this.bytes = bytes;
  }
}

/** Of all that is fed to the targets together, how much goes to one of them. */
export interface Share {
  /** Of the time, when the time is what is given. */
  readonly time: number;
  /** Of the inputs, when their number is given; the sum over all targets is 1. */
  readonly inputs: number;
}

/** Something that reads hostile bytes. */
export interface Target {
  readonly name: string;
  readonly share: Share;
  /**
   * Feeds it as long as it may.
   * @param goOn whether there may be one more, after so many
   * @throws Finding
   */
  run(random: () => number, goOn: (fed: number) => boolean): Promise<Tally>;
}

export interface Tally {
  /** Mutated inputs that were read. */
  readonly fed: number;
  /** What became of them, in a few words. */
  readonly words: string;
}
