import type { Problem, ProblemCode } from '../result.ts';

/** Seconds before each new try, as long as none gets further. */
const pauses = {
  /** Alibaba is reported to drop connections after some minutes; a network may be away for half a minute. */
  lost: [1, 3, 10, 30],
  busy: [5, 15, 45, 120],
} as const;

/**
 * Tries in one scan, however far each gets: at a drop every five minutes this is eight hours, and a server that
 * drops after each answer is not asked to log in for ever.
 */
const mostTries = 100;

/** What may pass by itself. A refused login is not among them: it is never repeated. */
const passing: Partial<Record<ProblemCode, keyof typeof pauses>> = {
  'connection-closed': 'lost',
  'connection-timeout': 'lost',
  'connection-refused': 'lost',
  'network-unreachable': 'lost',
  'host-not-found': 'lost',
  'tls-failed': 'lost',
  // An answer that could not be read, or NO to one FETCH: smaller chunks may get round it.
  'server-refused': 'lost',
  'server-busy': 'busy',
};

/** Decides how long to wait after a problem before going on, and when to give up. */
export class Patience {
  #inVain = 0;
  #tries = 0;

  /**
   * @param gotFurther whether something was read since the problem before
   * @returns milliseconds; null: it will not pass, or it was tried often enough
   */
  pauseAfter({ code }: Problem, gotFurther: boolean): number | null {
    const kind = passing[code];
    if (gotFurther) this.#inVain = 0;
    const seconds = kind && pauses[kind][this.#inVain];
    this.#inVain += 1;
    this.#tries += 1;
    return seconds === undefined || this.#tries > mostTries ? null : seconds * 1000;
  }
}

/** Waits; ends early, without a word, when the signal says so. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
