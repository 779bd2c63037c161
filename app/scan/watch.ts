import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Problem, ProblemCode, Result } from '../result.ts';
import type { ScanOutcome } from './scan.ts';

export type WatchState = 'connecting' | 'reading' | 'watching' | 'waiting' | 'stopped';

/** Times are milliseconds since 1970 UTC. */
export interface WatchStatus {
  readonly state: WatchState;
  readonly since: number;
  readonly lastLookAt: number | null;
  /** While 'waiting': when the next attempt is due. */
  readonly nextAt: number | null;
  /** Whether the server tells of new mail by itself; null before it is known. */
  readonly instant: boolean | null;
  /** Why it waits or has stopped. */
  readonly problem: Problem | null;
}

export interface WatchWorld {
  /** One login with a password that was accepted before. */
  connect(signal: AbortSignal): Promise<Result<Mailbox>>;
  /** Reads what is new in every chosen folder, over the connection that is there. */
  look(mailbox: Mailbox, signal: AbortSignal): Promise<Result<ScanOutcome>>;
  /** Resolves after the time, or as soon as the signal ends it. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  now(): number;
  /** From 0 to 1, so that a hundred clients do not come back in the same second. */
  random(): number;
  tell(status: WatchStatus): void;
  bug(error: unknown): void;
}

const second = 1_000;
const minute = 60 * second;

/** Other folders than the Inbox tell nothing by themselves: everything is looked at this often. */
export const pollEvery = 10 * minute;
/** Asked for the Inbox where the server has no IDLE. */
const askEvery = 2 * minute;
/** RFC 2177 allows 29 minutes; Alibaba's server is reported to hang up after about five. */
export const longestIdle = 4 * minute;
const shortestIdle = minute;
/** A burst of mail is one look, and a mailbox that never rests is not read without end. */
const burst = 2 * second;
const firstPause = 5 * second;
const longestPause = 10 * minute;
const pauseWhenBusy = minute;
/** After sleep the network takes a moment to come back. */
const afterSleep = 3 * second;

const patience = 1.5 * second;

/** Trying again could lock an account, or can never help. */
const final: ReadonlySet<ProblemCode> = new Set([
  'login-refused',
  'proxy-login',
  'remote-not-allowed',
  'usage',
]);

const internal: Problem = { code: 'internal', subject: null, detail: null };

/**
 * Keeps one connection to one mailbox and reads what comes in: news of the Inbox at once, everything every few
 * minutes. A lost connection is made again after growing pauses; a refused login ends the watch for good.
 */
export class Watch {
  readonly #world: WatchWorld;
  readonly #end = new AbortController();
  /** Its signal would end a connection at any time, so it is used for one that is still being made. */
  #dialling = new AbortController();
  #status: WatchStatus;
  #running: Promise<void> = Promise.resolve();
  #mailbox: Mailbox | null = null;
  /** Ends the present wait, whatever it is; or, where there is none just now, the next one. */
  #nudge = new AbortController();
  #nudged = false;
  /** The Inbox's UIDNEXT before the last look. */
  #uidNext = 0;
  #lookDue = true;
  #reconnectDue = false;
  #idleFor = longestIdle;

  constructor(world: WatchWorld) {
    this.#world = world;
    this.#status = {
      state: 'connecting',
      since: world.now(),
      lastLookAt: null,
      nextAt: null,
      instant: null,
      problem: null,
    };
  }

  get status(): WatchStatus {
    return this.#status;
  }

  get isOver(): boolean {
    return this.#end.signal.aborted || this.#status.state === 'stopped';
  }

  start(): void {
    this.#running = this.#run().catch((error: unknown) => {
      this.#world.bug(error);
      this.#tell({ state: 'stopped', problem: internal });
    });
  }

  /** Resolves when the connection is gone. */
  async stop(): Promise<void> {
    this.#end.abort();
    if (!this.#mailbox) this.#dialling.abort();
    this.#endWait();
    // Time to end what is under way in order; a server that does not answer is left all the same.
    const late = new AbortController();
    await Promise.race([this.#running, this.#world.pause(patience, late.signal)]);
    late.abort();
    await Promise.all([this.#mailbox?.close(), this.#running]);
  }

  /** Reads now instead of at the next occasion; while it waits to reconnect, it does that now. */
  lookNow(): void {
    this.#lookDue = true;
    this.#endWait();
  }

  /** The computer slept: whatever connection there was is not to be trusted. */
  wake(): void {
    this.#reconnectDue = true;
    this.#lookDue = true;
    this.#endWait();
    void this.#mailbox?.close();
  }

  #endWait(): void {
    this.#nudged = true;
    this.#nudge.abort();
  }

  async #run(): Promise<void> {
    let failures = 0;
    const over = () => this.#end.signal.aborted;
    while (!over()) {
      this.#reconnectDue = false;
      this.#tell({ state: 'connecting', nextAt: null });
      this.#dialling = new AbortController();
      const connected = await this.#world.connect(this.#dialling.signal);
      let problem: Problem | null;
      if (connected.ok) {
        const { lastLookAt } = this.#status;
        this.#mailbox = connected.value;
        problem = await this.#attend(connected.value);
        await connected.value.close();
        this.#mailbox = null;
        // Mail may have come in while nobody listened.
        if (problem) this.#lookDue = true;
        // Only a connection that was good for something begins the pauses anew.
        if (this.#status.lastLookAt !== lastLookAt) failures = 0;
      } else ({ problem } = connected);
      if (over()) return;
      if (problem && final.has(problem.code)) {
        this.#tell({ state: 'stopped', problem });
        return;
      }
      if (this.#mustReconnect()) {
        await this.#rest(afterSleep, null);
      } else {
        await this.#rest(this.#pauseAfter(failures, problem), problem);
        failures += 1;
      }
    }
  }

  /** Until the connection is lost (why), or it is to be made anew (null). */
  async #attend(mailbox: Mailbox): Promise<Problem | null> {
    const { news } = mailbox;
    this.#tell({ instant: news?.instant ?? false, problem: null });
    const over = () => this.#end.signal.aborted || this.#reconnectDue;
    for (;;) {
      if (this.#isLookDue()) {
        const problem = await this.#look(mailbox);
        if (problem !== 'read') return problem;
      }
      if (over()) return null;
      const inbox = await mailbox.openFolder('INBOX');
      if (!inbox.ok) return inbox.problem;
      if (this.#isLookDue()) continue;
      // What came in while other folders were read would be no news to the server.
      if (this.#uidNext > 0 && inbox.value.uidNext > this.#uidNext) {
        this.#lookDue = true;
        await this.#hold(burst);
        continue;
      }
      this.#tell({ state: 'watching' });
      const heard = await this.#listen(mailbox, inbox.value.messages);
      if (!heard.ok) return heard.problem;
      if (over()) return null;
      if (heard.value === 'news') {
        this.#lookDue = true;
        await this.#hold(burst);
      }
    }
  }

  async #listen(mailbox: Mailbox, messages: number): Promise<Result<'news' | 'quiet'>> {
    const { news } = mailbox;
    const startedAt = this.#world.now();
    const longest = news?.instant ? this.#idleFor : askEvery;
    const ms = Math.max(second, Math.min(longest, this.#untilPoll()));
    if (!news) {
      await this.#hold(ms);
      return { ok: true, value: 'quiet' };
    }
    const heard = await news.wait(messages, ms, this.#freshNudge());
    const lasted = this.#world.now() - startedAt;
    // A server that hangs up on a silent client does so after a time of its own: stay below it from now on.
    if (!heard.ok && !this.#reconnectDue && lasted > shortestIdle && lasted <= ms + minute)
      this.#idleFor = Math.max(shortestIdle, Math.floor(lasted * 0.8));
    this.#tell({ instant: news.instant });
    return heard;
  }

  /** 'read', or what ends this connection: a problem, or null after the person cancelled the scan. */
  async #look(mailbox: Mailbox): Promise<Problem | null | 'read'> {
    this.#lookDue = false;
    this.#tell({ state: 'reading' });
    const inbox = await mailbox.openFolder('INBOX');
    if (!inbox.ok) return inbox.problem;
    this.#uidNext = inbox.value.uidNext;
    const looked = await this.#world.look(mailbox, this.#end.signal);
    if (!looked.ok) return looked.problem;
    if (looked.value.status === 'cancelled') return null;
    const { problem } = looked.value;
    if (problem) {
      this.#lookDue = true;
      return problem;
    }
    this.#tell({ lastLookAt: this.#world.now(), problem: null });
    return 'read';
  }

  #mustReconnect(): boolean {
    return this.#reconnectDue;
  }

  #isLookDue(): boolean {
    return this.#lookDue || this.#untilPoll() <= 0;
  }

  #untilPoll(): number {
    const { lastLookAt, since } = this.#status;
    return (lastLookAt ?? since) + pollEvery - this.#world.now();
  }

  #pauseAfter(failures: number, problem: Problem | null): number {
    const base = problem?.code === 'server-busy' ? pauseWhenBusy : firstPause;
    const grown = Math.min(longestPause, base * 2 ** Math.min(failures, 20));
    return Math.round(grown * (0.75 + this.#world.random() / 2));
  }

  async #rest(ms: number, problem: Problem | null): Promise<void> {
    this.#tell({ state: 'waiting', problem, nextAt: this.#world.now() + ms });
    await this.#hold(ms);
  }

  #hold(ms: number): Promise<void> {
    return this.#world.pause(ms, this.#freshNudge());
  }

  #freshNudge(): AbortSignal {
    this.#nudge = new AbortController();
    if (this.#end.signal.aborted || this.#nudged) this.#nudge.abort();
    this.#nudged = false;
    return this.#nudge.signal;
  }

  #tell(change: Partial<WatchStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#world.tell(this.#status);
  }
}
