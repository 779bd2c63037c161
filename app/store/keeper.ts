import { failed, ok, type Problem, type Result } from '../result.ts';
import { isReplaceable } from './problem.ts';
import { setAside } from './recovery.ts';
import { openStore, type OpenOptions, type Store } from './store.ts';

/**
 * A running app's hold on its database, which may not be there at the start, turn out damaged later, and be opened
 * again or begun afresh. Each change is told, so that the window can show the one or the other.
 */
export class StoreKeeper {
  readonly file: string;
  readonly #now: () => Date;
  readonly #changed: (problem: Problem | null) => void;
  #current: Result<Store>;
  /** One change at a time: a second click waits for the first. */
  #work: Promise<unknown> = Promise.resolve();

  private constructor(
    file: string,
    current: Result<Store>,
    now: () => Date,
    changed: (problem: Problem | null) => void,
  ) {
    this.file = file;
    this.#current = current;
    this.#now = now;
    this.#changed = changed;
  }

  static async open(
    file: string,
    changed: (problem: Problem | null) => void,
    now: () => Date = () => new Date(),
  ): Promise<StoreKeeper> {
    return new StoreKeeper(file, await openStore(file, { now }), now, changed);
  }

  get current(): Result<Store> {
    return this.#current;
  }

  /** Tries again what may have passed by itself: another program that wrote, a disk that was full. */
  reopen(): Promise<Result<null>> {
    return this.#inTurn(async () => {
      if (this.#current.ok) return ok(null);
      return this.#open();
    });
  }

  /**
   * Keeps a file aside that no waiting will mend and begins a new one. Whoever asks has stopped all work on the old
   * one. A good database is never set aside.
   * @returns where the old one is now
   */
  startAfresh(): Promise<Result<{ readonly keptAs: string }>> {
    return this.#inTurn(async () => {
      if (this.#current.ok) return failed('internal', this.file, 'the database is good');
      if (!isReplaceable(this.#current.problem.code)) return this.#current;
      const moved = setAside(this.file, this.#now());
      if (!moved.ok) return moved;
      const opened = await this.#open();
      return opened.ok ? ok({ keptAs: moved.value }) : opened;
    });
  }

  /** The file turned out to be damaged: no answer from it can be trusted any more. */
  giveUp(problem: Problem): void {
    if (!this.#current.ok) return;
    const store = this.#current.value;
    this.#current = { ok: false, problem };
    closeQuietly(store);
    this.#changed(problem);
  }

  close(): void {
    if (this.#current.ok) closeQuietly(this.#current.value);
  }

  async #open(options: OpenOptions = {}): Promise<Result<null>> {
    const opened = await openStore(this.file, { now: this.#now, ...options });
    this.#current = opened;
    this.#changed(opened.ok ? null : opened.problem);
    return opened.ok ? ok(null) : opened;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

/** A damaged file may fail at its very end too, when changes are written in: there is nobody left to tell. */
function closeQuietly(store: Store): void {
  try {
    store.close();
  } catch {
    // Given up already.
  }
}
