import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Problem, Result } from '../result.ts';
import type { Line } from './line.ts';
import type { Patience } from './patience.ts';

export interface Perseverance {
  readonly line: Line;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Grows with everything that is done for good. */
  readonly achieved: () => number;
  /** Before a pause: the work may make itself easier. */
  readonly onTrouble: (problem: Problem, gotFurther: boolean) => void;
}

/**
 * Does work that goes on where it stopped, over a new connection where the old one was lost, until it is done, will
 * not pass, or gets no further.
 */
export async function persevere<T>(
  { line, patience, signal, wait, achieved, onTrouble }: Perseverance,
  work: (mailbox: Mailbox) => Promise<Result<T>>,
): Promise<Result<T>> {
  const cancelled = (): boolean => signal.aborted;
  for (;;) {
    const before = achieved();
    const mailbox = await line.mailbox();
    const done = mailbox.ok ? await work(mailbox.value) : mailbox;
    if (done.ok || cancelled() || !line.canGoOn) return done;
    const gotFurther = achieved() > before;
    const pause = patience.pauseAfter(done.problem, gotFurther);
    if (pause === null) return done;
    onTrouble(done.problem, gotFurther);
    await wait(pause, signal);
    if (cancelled()) return done;
  }
}
