import type { ImapFlow } from 'imapflow';
import type { Problem, ProblemCode } from '../../result.ts';
import {
  asImapError,
  closedProblem,
  connectionProblem,
  problem,
  refusalOf,
  refusalProblem,
} from './problem.ts';
import { readable, type Refusal } from './refusal.ts';
import { responseCode, type Token, type Untagged } from './wire.ts';

/**
 * Every command that this program can send once it is logged in, LOGOUT and IDLE aside. None of them changes anything:
 * EXAMINE opens read-only, and the only FETCH items that we write are UID, INTERNALDATE, RFC822.SIZE and BODY.PEEK.
 */
export type ReadCommand = 'LIST' | 'XLIST' | 'EXAMINE' | 'UID SEARCH' | 'UID FETCH' | 'NOOP';

/** What to do with the untagged answers to one command, by their name ("FETCH", "OK"). */
export type Listeners = Readonly<Record<string, (untagged: Untagged) => void>>;

export type Answer =
  | {
      readonly kind: 'done';
      /** The response code, such as READ-ONLY. */ readonly code: string | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The connection ended, or what came was not to be understood; nothing more will come over it. */
  | { readonly kind: 'lost'; readonly problem: Problem };

/** What a caller is told of a command that was not done; `code` names a refusal that is none of "come back later". */
export const failureOf = (
  answer: Exclude<Answer, { kind: 'done' }>,
  code: ProblemCode,
  subject: string,
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: answer.kind === 'lost' ? answer.problem : refusalProblem(code, subject, answer.refusal),
});

export interface Session {
  readonly host: string;
  hasCapability(name: string): boolean;
  run(command: ReadCommand, arguments_: readonly Token[], listeners: Listeners): Promise<Answer>;
  /** IDLE (RFC 2177): listens until the promise settles, then says DONE. */
  idle(listeners: Listeners, until: Promise<unknown>): Promise<Answer>;
}

/**
 * imapflow's own door to the wire, kept out of its declarations. Its public calls send more than they are asked for
 * (LSUB, a LIST before each EXAMINE, MODSEQ, EMAILID) and build a dozen objects a message.
 */
interface Wire {
  exec(
    command: string,
    attributes: readonly Token[],
    options: { readonly untagged: Listeners; readonly onPlusTag?: () => void },
  ): Promise<{ readonly response: unknown; next(): void }>;
  /** One line as it is; after IDLE nothing but DONE may follow. */
  write(line: 'DONE'): void;
  readonly socket: { setTimeout(ms: number): void } | false;
  /** The silence after which imapflow gives a connection up. */
  readonly socketTimeout: number;
}

/** The single door for commands on a live connection: it counts, limits the time, and turns every end into a value. */
export class ImapSession implements Session {
  readonly host: string;
  readonly #client: ImapFlow;
  readonly #commandMs: number;
  readonly #signal: AbortSignal | null;
  /** Why the connection ended; the first reason counts. */
  #lost: Problem | null = null;
  #roundTrips = 0;

  constructor(client: ImapFlow, host: string, commandMs: number, signal: AbortSignal | null) {
    this.host = host;
    this.#client = client;
    this.#commandMs = commandMs;
    this.#signal = signal;
    client.on('error', (error) => this.#lose(connectionProblem(host, error)));
    client.on('close', () => this.#lose(closedProblem(host, client.byeReason ?? null)));
    // One tagged answer is one round trip, those of the login included.
    client.on('response', () => (this.#roundTrips += 1));
  }

  get roundTrips(): number {
    return this.#roundTrips;
  }

  hasCapability(name: string): boolean {
    return this.#client.capabilities.has(name);
  }

  async run(
    command: ReadCommand,
    arguments_: readonly Token[],
    listeners: Listeners,
  ): Promise<Answer> {
    if (this.#lost) return { kind: 'lost', problem: this.#lost };
    // imapflow watches for silence; this limit also ends a server that sends one byte a minute.
    const timer = this.#giveUpLater();
    try {
      const wire = this.#wire;
      const answer = await wire.exec(command, arguments_, { untagged: listeners });
      // The reader waits for this before it reads on.
      answer.next();
      return { kind: 'done', code: responseCode(answer.response) };
    } catch (thrown) {
      return this.#failure(thrown);
    } finally {
      clearTimeout(timer);
    }
  }

  async idle(listeners: Listeners, until: Promise<unknown>): Promise<Answer> {
    if (this.#lost) return { kind: 'lost', problem: this.#lost };
    const wire = this.#wire;
    const state = { accepted: false, wanted: false, over: false };
    // The server owes an answer at the beginning and at the end; in between silence is what IDLE is for.
    let timer = this.#giveUpLater();
    const end = () => {
      if (!state.accepted || !state.wanted || state.over) return;
      timer = this.#giveUpLater();
      try {
        wire.write('DONE');
      } catch {
        // Closing already: the command above ends with the connection.
      }
    };
    void until.then(() => {
      state.wanted = true;
      end();
    });
    try {
      const answer = await wire.exec('IDLE', [], {
        untagged: listeners,
        onPlusTag: () => {
          clearTimeout(timer);
          if (wire.socket) wire.socket.setTimeout(0);
          state.accepted = true;
          end();
        },
      });
      answer.next();
      return { kind: 'done', code: responseCode(answer.response) };
    } catch (thrown) {
      return this.#failure(thrown);
    } finally {
      state.over = true;
      clearTimeout(timer);
      if (wire.socket) wire.socket.setTimeout(wire.socketTimeout);
    }
  }

  get #wire(): Wire {
    return this.#client as unknown as Wire;
  }

  #giveUpLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#lose(problem('connection-timeout', this.host));
      this.#client.close();
    }, this.#commandMs);
  }

  #failure(thrown: unknown): Answer {
    const error = asImapError(thrown);
    const refusal = refusalOf(error);
    if (refusal) return { kind: 'refused', refusal };
    if (!this.#client.isClosed) {
      // An answer that could not be read leaves unknown what the server did: no use to go on.
      this.#lose(
        error.code === 'NoConnection'
          ? closedProblem(this.host, error.reason ?? null)
          : problem('server-refused', this.host, readable(error.message)),
      );
      this.#client.close();
    }
    const lost = this.#lost ?? closedProblem(this.host, error.reason ?? null);
    return { kind: 'lost', problem: lost };
  }

  #lose(reason: Problem): void {
    this.#lost ??= this.#signal?.aborted ? problem('interrupted', this.host) : reason;
  }
}
