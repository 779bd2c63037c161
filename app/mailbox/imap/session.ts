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
import type { Garble } from './garble.ts';
import { readable, type Refusal } from './refusal.ts';
import { responseCode, type Token, type Untagged } from './wire.ts';

/**
 * Every command that this program can send once it is logged in, LOGOUT and IDLE aside. None of them changes anything:
 * EXAMINE opens read-only, and the only FETCH items that we write are UID, INTERNALDATE, RFC822.SIZE, BODYSTRUCTURE and BODY.PEEK.
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
    options: {
      readonly untagged: Listeners;
      readonly onSend?: () => void;
      readonly onPlusTag?: () => void;
    },
  ): Promise<{ readonly response: unknown; next(): void }>;
  /** One line as it is; after IDLE nothing but DONE may follow. */
  write(line: 'DONE'): void;
  readonly socket: { setTimeout(ms: number): void } | false;
  /** The silence after which imapflow gives a connection up. */
  readonly socketTimeout: number;
}

/** imapflow drops what a listener throws: a message would be passed over in silence. */
const guarded = (listeners: Listeners, bugs: unknown[]): Listeners =>
  Object.fromEntries(
    Object.entries(listeners).map(([name, listener]) => [
      name,
      (untagged: Untagged) => {
        try {
          listener(untagged);
        } catch (error) {
          bugs.push(error);
        }
      },
    ]),
  );

/** The single door for commands on a live connection: it counts, limits the time, and turns every end into a value. */
export class ImapSession implements Session {
  readonly host: string;
  readonly #client: ImapFlow;
  readonly #commandMs: number;
  readonly #signal: AbortSignal | null;
  readonly #garble: Garble;
  /** Why the connection ended; the first reason counts. */
  #lost: Problem | null = null;
  #roundTrips = 0;

  constructor(
    client: ImapFlow,
    host: string,
    commandMs: number,
    signal: AbortSignal | null,
    garble: Garble,
  ) {
    this.#garble = garble;
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

  get isOpen(): boolean {
    return this.#lost === null && !this.#client.isClosed;
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
    const bugs: unknown[] = [];
    const answer = await this.#exec(command, arguments_, guarded(listeners, bugs));
    if (bugs.length > 0) throw bugs[0];
    return answer;
  }

  async #exec(
    command: ReadCommand,
    arguments_: readonly Token[],
    untagged: Listeners,
  ): Promise<Answer> {
    // imapflow watches for silence; this limit also ends a server that sends one byte a minute. A command that waits
    // for the one before it has its time from when it is sent.
    let timer: NodeJS.Timeout | undefined;
    const onSend = (): void => {
      timer = this.#giveUpLater();
    };
    try {
      const answer = await this.#wire.exec(command, arguments_, { untagged, onSend });
      // The reader waits for this before it reads on.
      answer.next();
      if (this.#garble.take()) return this.#failure(new Error('an answer was no IMAP'));
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
