import { RemainingTime } from './remaining-time.ts';

/** How far a scan is. Counts are of this scan alone. */
export interface ScanProgress {
  readonly phase: 'listing' | 'sweeping' | 'waiting';
  readonly folder: string | null;
  readonly swept: number;
  /** Null until every folder was opened. */
  readonly total: number | null;
  readonly candidates: number;
  readonly notices: number;
  readonly throttled: number;
  /** Estimated from the speed so far; null while unknown. */
  readonly remainingMs: number | null;
}

export interface ChunkCounts {
  readonly swept: number;
  readonly candidates: number;
  readonly notices: number;
  readonly throttled: number;
}

/** Counts what a scan has done and tells about it. */
export class Progress {
  readonly #tell: (progress: ScanProgress) => void;
  readonly #clock: () => Date;
  readonly #remaining = new RemainingTime();
  #counts: ChunkCounts = { swept: 0, candidates: 0, notices: 0, throttled: 0 };
  #total: number | null = null;
  #folder: string | null = null;
  #steps = 0;

  constructor(tell: (progress: ScanProgress) => void, clock: () => Date) {
    this.#tell = tell;
    this.#clock = clock;
  }

  get swept(): number {
    return this.#counts.swept;
  }

  get total(): number | null {
    return this.#total;
  }

  /** Grows with everything that is done for good: a folder planned, a chunk stored. */
  get steps(): number {
    return this.#steps;
  }

  step(): void {
    this.#steps += 1;
  }

  /** What is left to look at, once it is known, and again when a folder is planned anew. */
  plan(left: number): void {
    this.#total = this.#counts.swept + left;
  }

  at(phase: ScanProgress['phase'], folder = this.#folder): void {
    this.#folder = folder;
    if (phase === 'sweeping') this.#remaining.observe(this.#counts.swept, this.#now());
    this.#tellNow(phase);
  }

  chunk(chunk: ChunkCounts): void {
    const { swept, candidates, notices, throttled } = this.#counts;
    this.#counts = {
      swept: swept + chunk.swept,
      candidates: candidates + chunk.candidates,
      notices: notices + chunk.notices,
      throttled: throttled + chunk.throttled,
    };
    this.step();
    this.#remaining.observe(this.#counts.swept, this.#now());
    this.#tellNow('sweeping');
  }

  #now(): number {
    return this.#clock().getTime();
  }

  #tellNow(phase: ScanProgress['phase']): void {
    const total = this.#total;
    this.#tell({
      ...{ phase, folder: this.#folder, total },
      ...this.#counts,
      remainingMs:
        phase === 'waiting' || total === null
          ? null
          : this.#remaining.of(Math.max(0, total - this.#counts.swept)),
    });
  }
}
