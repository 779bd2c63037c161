import { ok, type Result } from '../../result.ts';
import type { MailboxNews } from '../mailbox.ts';
import { failureOf, type Listeners, type Session } from './session.ts';
import { numberOf } from './wire.ts';

/** News by IDLE where the server has it and takes it, else by a NOOP at the end of each wait. */
export class ImapNews implements MailboxNews {
  readonly #session: Session;
  #refused = false;

  constructor(session: Session) {
    this.#session = session;
  }

  get instant(): boolean {
    return !this.#refused && this.#session.hasCapability('IDLE');
  }

  async wait(
    messages: number,
    maxMs: number,
    signal: AbortSignal,
  ): Promise<Result<'news' | 'quiet'>> {
    let known = messages;
    let news = false;
    const end = new Ending(maxMs, signal);
    const listeners: Listeners = {
      EXISTS: ({ command }) => {
        news ||= (numberOf(command) ?? 0) > known;
        if (news) end.now();
      },
      EXPUNGE: () => (known -= 1),
    };
    const said = (): Result<'news' | 'quiet'> => ok(news ? 'news' : 'quiet');
    try {
      if (this.instant) {
        const answer = await this.#session.idle(listeners, end.reached);
        if (answer.kind === 'done') return said();
        if (answer.kind === 'lost') return failureOf(answer, 'connection-closed', 'INBOX');
        // Offered and yet not taken: from now on it is asked.
        this.#refused = true;
      }
      await end.reached;
      const answer = await this.#session.run('NOOP', [], listeners);
      return answer.kind === 'done' ? said() : failureOf(answer, 'server-refused', 'INBOX');
    } finally {
      end.now();
    }
  }
}

/** The end of a wait: its time, its signal, or a reason found meanwhile. */
class Ending {
  readonly reached: Promise<void>;
  now: () => void = () => undefined;

  constructor(maxMs: number, signal: AbortSignal) {
    this.reached = new Promise((resolve) => {
      const timer = setTimeout(() => this.now(), maxMs);
      const stop = () => this.now();
      signal.addEventListener('abort', stop, { once: true });
      this.now = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        resolve();
      };
      if (signal.aborted) this.now();
    });
  }
}
