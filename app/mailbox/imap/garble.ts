import type { ImapFlowOptions } from 'imapflow';

type Logger = Exclude<NonNullable<ImapFlowOptions['logger']>, false>;

/**
 * Notices lines that could not be parsed. imapflow passes over them and says so in its log only; but where a literal
 * was announced with a wrong length, such a line is the rest of a message whose header was cut, and a scan that went
 * on would call a half-read mailbox whole.
 */
export class Garble {
  #seen = false;

  /** Of all levels only these: imapflow writes every answer out in words for a `debug` that is there. */
  readonly logger = {
    error: (entry: unknown): void => {
      // `src: 's'` marks what the server sent.
      if (typeof entry === 'object' && entry !== null && 'src' in entry && entry.src === 's')
        this.#seen = true;
    },
    fatal: (): void => undefined,
  } as unknown as Logger;

  /** Whether there was any since the last time this was asked. */
  take(): boolean {
    const seen = this.#seen;
    this.#seen = false;
    return seen;
  }
}
