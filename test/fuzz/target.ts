/** What a target was fed when it broke a promise. */
export class Finding extends Error {
  readonly bytes: Uint8Array;

  constructor(what: string, bytes: Uint8Array) {
    super(what);
    this.bytes = bytes;
  }
}

/** Something that reads hostile bytes. */
export interface Target {
  readonly name: string;
  /** Of the time that all targets have together. */
  readonly share: number;
  /**
   * Feeds it until the time is over.
   * @param until milliseconds of `performance.now()`
   * @returns what was done, in a few words
   * @throws Finding
   */
  run(random: () => number, until: number): Promise<string>;
}
