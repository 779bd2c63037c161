import { readCommand } from './proxy-record.ts';

/** Which command a fault meets: a verb such as `UID FETCH`, a pattern for its line, or the moment of the greeting. */
export type At = string | RegExp;

/** Limits a fault to some of the commands (or connections) that it would meet. */
interface Occasion {
  /** The first occasion to act on, counted from 1 over all connections; 1 by default. */
  readonly from?: number;
  /** How many occasions; without end by default. */
  readonly times?: number;
}

export type Fault = Occasion &
  (
    | { readonly kind: 'close'; readonly at: At }
    /** After this many bytes to the client (or from it), in the middle of whatever it is. */
    | { readonly kind: 'close-after'; readonly bytes: number; readonly side?: Side }
    /** The connection stays open and says nothing more. */
    | { readonly kind: 'stall'; readonly at: At }
    | { readonly kind: 'stall-after'; readonly bytes: number; readonly side?: Side }
    /** One line that is no IMAP, before the real answer. */
    | { readonly kind: 'garbage'; readonly at: At; readonly line?: string }
    /** A line that never ends, until the client hangs up. */
    | { readonly kind: 'endless-line'; readonly at: At }
    /** Untagged answers without end, until the client hangs up. */
    | { readonly kind: 'endless-answers'; readonly at: At; readonly line: string }
    /** Lines of the server's own, between the real ones: before the first row, or behind this many; at the latest before the end. */
    | {
        readonly kind: 'interject';
        readonly at: At;
        readonly lines: readonly string[];
        readonly afterRows?: number;
      }
    /** The real answer, but its last line carries somebody else's tag. */
    | { readonly kind: 'wrong-tag'; readonly at: At; readonly tag: string }
    /** What a search found, changed: another order, twice, numbers that do not exist. */
    | {
        readonly kind: 'found';
        readonly at: At;
        readonly change: (uids: readonly number[]) => readonly number[];
      }
    /** The rows of a FETCH in another order; twice, where the order names one twice. */
    | {
        readonly kind: 'rows';
        readonly at: At;
        readonly order: <T>(rows: readonly T[]) => readonly T[];
      }
    /** Instead of the real answer; after BYE the connection closes. */
    | {
        readonly kind: 'reply';
        readonly at: At;
        readonly status: 'NO' | 'BAD' | 'BYE';
        readonly text: string;
      }
    /** The real data, but NO or BAD at their end instead of OK. */
    | {
        readonly kind: 'late-reply';
        readonly at: At;
        readonly status: 'NO' | 'BAD';
        readonly text: string;
      }
    /** Literals announced with another size than they have: 10 GB, or less than follows. */
    | {
        readonly kind: 'literal';
        readonly at: At;
        readonly announce: (actual: number) => number;
      }
    /** RFC822.SIZE in the answers is this number. */
    | { readonly kind: 'size'; readonly at: At; readonly bytes: number }
    /** Searches answer as if they held no date. */
    | { readonly kind: 'ignore-dates' }
  );

/** Which half of the conversation is counted. */
export type Side = 'to-client' | 'to-server';

export interface Cut {
  readonly bytes: number;
  readonly stall: boolean;
  readonly side: Side;
}

export type CommandFault = Extract<Fault, { at: At }>;

export const refuseLogin = (text: string): Fault => ({
  kind: 'reply',
  at: /^\S+ (LOGIN|AUTHENTICATE)\b/i,
  status: 'NO',
  text,
});

export const busy = (at: At = 'LOGIN'): Fault => ({
  kind: 'reply',
  at,
  status: 'NO',
  text: 'system busy, please try again later',
});

/** A server that keeps this many folders, as an archive of an archive of an archive does. */
export const manyFolders = (count: number): Fault => ({
  kind: 'interject',
  at: /^\S+ X?LIST\b/i,
  lines: Array.from({ length: count }, (_, index) => `* LIST () "/" "Archive/${index}"`),
});

/** Somebody else deletes and delivers while this client reads. */
export const othersAtWork = (at: At, ...lines: readonly string[]): Fault => ({
  kind: 'interject',
  at,
  afterRows: 3,
  lines,
});

/** Keeps count of the occasions, so that "the second FETCH, once" can be said. */
export class FaultPlan {
  readonly #faults: readonly Fault[];
  readonly #met = new Map<Fault, number>();

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
  }

  /** The faults due at this command, or at `greeting`. */
  atCommand(line: string): readonly CommandFault[] {
    return this.#faults
      .filter((fault): fault is CommandFault => 'at' in fault && meets(fault.at, line))
      .filter((fault) => this.#isDue(fault));
  }

  /** The cut that this new connection will suffer. */
  atConnection(): Cut | null {
    for (const fault of this.#faults)
      if ((fault.kind === 'close-after' || fault.kind === 'stall-after') && this.#isDue(fault))
        return {
          bytes: fault.bytes,
          stall: fault.kind === 'stall-after',
          side: fault.side ?? 'to-client',
        };
    return null;
  }

  ignoresDates(): boolean {
    return this.#faults.some((fault) => fault.kind === 'ignore-dates');
  }

  #isDue(fault: Fault): boolean {
    const met = (this.#met.get(fault) ?? 0) + 1;
    this.#met.set(fault, met);
    const from = fault.from ?? 1;
    return met >= from && met < from + (fault.times ?? Number.POSITIVE_INFINITY);
  }
}

const meets = (at: At, line: string): boolean =>
  typeof at === 'string'
    ? at === line || at.toUpperCase() === readCommand(line).verb
    : at.test(line);
