import { adopt, decide, type Told } from '../health/alerts.ts';
import { outlookAt, type Observed } from '../health/outlook.ts';
import { quietUntil } from '../health/quiet-hours.ts';
import type { OffsetAt } from '../health/zone.ts';
import type { ProblemCode } from '../result.ts';
import { pollEvery } from '../scan/watch.ts';
import { familyOf, type Alert } from '../text/alert-words.ts';
import type { Settings, WatchStatus } from './contract.ts';

/** Where a click on a notification leads. */
export interface AlertTarget {
  readonly accountId: number;
  /** The episode's first rejection, in milliseconds since 1970 UTC; null: the account alone. */
  readonly startedAt: number | null;
}

/** What is shown at once: alerts of one family, each with its target. */
export interface AlertGroup {
  readonly alerts: readonly Alert[];
  readonly targets: readonly AlertTarget[];
}

export interface AlertWorld {
  now(): number;
  readonly offsetAt: OffsetAt;
  settings(): Pick<Settings, 'notify' | 'quietHours'>;
  /** From what is stored; null where the account or the database is gone. */
  observed(accountId: number): Observed | null;
  addressOf(accountId: number): string;
  show(group: AlertGroup): void;
  /** Runs once after so many milliseconds; gives what cancels it. */
  later(ms: number, run: () => void): () => void;
}

/** Several mailboxes of one company are limited within moments of each other: that is one notification. */
export const gatherFor = 10_000;
/** After sleep, or while a connection is made again, "try again" waits so long for a look that it can rest on. */
export const patience = 5 * 60_000;

const families = ['limited', 'again', 'notWatched'] as const;
const keyOf = (accountId: number, family: (typeof families)[number]): string =>
  `${String(accountId)} ${family}`;

interface Watched {
  status: WatchStatus;
  observed: Observed | null;
  /** Undefined until its history is known: what was there before the watch is nothing to tell. */
  told: Told | null | undefined;
  toldProblem: ProblemCode | null;
  /** Since when "try again" is due and waits for a look. */
  dueSince: number | null;
}

/**
 * Decides what to tell of the accounts that are watched, and when. During quiet hours it decides nothing: at their end
 * it does, and what is still true then is told.
 */
export class Alerts {
  readonly #world: AlertWorld;
  readonly #watched = new Map<number, Watched>();
  /** By account and family, so that an account stands once in a notification. */
  readonly #gathered = new Map<string, { alert: Alert; target: AlertTarget }>();
  #cancelReview: () => void = () => undefined;
  #cancelShow: (() => void) | null = null;

  constructor(world: AlertWorld) {
    this.#world = world;
  }

  /** What is known of a watched account; null before its first look. */
  observed(accountId: number): Observed | null {
    return this.#watched.get(accountId)?.observed ?? null;
  }

  /** Before a watch reads: what is stored now was not found by it. */
  beforeLook(accountId: number): void {
    const watched = this.#watched.get(accountId);
    if (watched?.told !== undefined || !watched) return;
    watched.observed = this.#world.observed(accountId);
    const scan = watched.observed?.lastScan ?? null;
    // Where the history was not read to its end yet, this look still reads history.
    if (watched.observed && scan !== null && !scan.cut) this.#adopt(watched, watched.observed);
  }

  afterLook(accountId: number): void {
    const watched = this.#watched.get(accountId);
    if (!watched) return;
    watched.observed = this.#world.observed(accountId);
    if (watched.told === undefined && watched.observed) this.#adopt(watched, watched.observed);
    this.review();
  }

  watchChanged(status: WatchStatus): void {
    const { accountId, state } = status;
    if (state === 'off') {
      this.#watched.delete(accountId);
      for (const family of families) this.#gathered.delete(keyOf(accountId, family));
      return;
    }
    const known = this.#watched.get(accountId);
    const watched = known ?? {
      ...{ status, observed: null, told: undefined },
      ...{ toldProblem: null, dueSince: null },
    };
    watched.status = status;
    if (!known) this.#watched.set(accountId, watched);
    if (state === 'watching') {
      watched.toldProblem = null;
      // It came back before anybody was told.
      this.#gathered.delete(keyOf(accountId, 'notWatched'));
    }
    if (troubleOf(status) !== null) this.review();
  }

  /** Looks at everything that is known and tells what is due; safe to call at any time. */
  review(): void {
    this.#cancelReview();
    const { notify, quietHours } = this.#world.settings();
    const now = this.#world.now();
    const quiet = notify ? quietUntil(quietHours, now, this.#world.offsetAt) : null;
    if (quiet !== null) {
      this.#reviewAt(quiet, now);
      return;
    }
    let next = Infinity;
    for (const [accountId, watched] of this.#watched) {
      next = Math.min(next, this.#reviewLimit(accountId, watched, now, notify));
      this.#reviewTrouble(accountId, watched, notify);
    }
    if (next < Infinity) this.#reviewAt(next, now);
  }

  stop(): void {
    this.#cancelReview();
    this.#cancelShow?.();
    this.#cancelShow = null;
    this.#gathered.clear();
    this.#watched.clear();
  }

  #adopt(watched: Watched, observed: Observed): void {
    const now = this.#world.now();
    watched.told = adopt(outlookAt(observed, now).limit, now);
  }

  /** When this account is to be looked at again. */
  #reviewLimit(accountId: number, watched: Watched, now: number, notify: boolean): number {
    const { observed, told, status } = watched;
    if (observed === null || told === undefined) return Infinity;
    const { limit } = outlookAt(observed, now);
    const { alert: kind, told: next, nextAt } = decide(told, limit, now);
    const { lastScan } = observed;
    const upToDate = isUpToDate(status, observed, now);
    watched.dueSince = kind === 'again' ? (watched.dueSince ?? now) : null;
    if (watched.dueSince !== null && !upToDate && now < watched.dueSince + patience)
      return watched.dueSince + patience;
    watched.dueSince = null;
    watched.told = next;
    if (kind !== null && limit !== null && notify)
      this.#gather(
        {
          ...{ kind, account: this.#world.addressOf(accountId), ...limit },
          whole: kind === 'again' ? upToDate : lastScan?.cut === false,
          lastLookAt: lastScan?.finishedAt ?? null,
        },
        { accountId, startedAt: limit.startedAt },
      );
    return nextAt ?? Infinity;
  }

  #reviewTrouble(accountId: number, watched: Watched, notify: boolean): void {
    const problem = troubleOf(watched.status);
    if (problem === null || watched.toldProblem === problem.code) return;
    watched.toldProblem = problem.code;
    if (!notify) return;
    const account = this.#world.addressOf(accountId);
    this.#gather({ kind: 'notWatched', account, problem }, { accountId, startedAt: null });
  }

  #gather(alert: Alert, target: AlertTarget): void {
    const key = keyOf(target.accountId, familyOf(alert));
    const before = this.#gathered.get(key)?.alert;
    // Within these seconds nothing was told yet, so it is the episode's first word.
    const first = before?.kind === 'limited' && alert.kind === 'longer';
    this.#gathered.set(key, { alert: first ? { ...alert, kind: 'limited' } : alert, target });
    this.#cancelShow ??= this.#world.later(gatherFor, () => this.#show());
  }

  #show(): void {
    this.#cancelShow = null;
    const gathered = [...this.#gathered.values()];
    this.#gathered.clear();
    for (const family of families) {
      const group = gathered.filter(({ alert }) => familyOf(alert) === family);
      if (group.length > 0)
        this.#world.show({
          alerts: group.map(({ alert }) => alert),
          targets: group.map(({ target }) => target),
        });
    }
  }

  #reviewAt(at: number, now: number): void {
    // A clock that is set may be early; then the review finds nothing to do and waits again.
    this.#cancelReview = this.#world.later(Math.max(1000, at - now), () => this.review());
  }
}

/** Why nothing is read any more, where a person has to do something about it. */
export const troubleOf = ({ state, problem }: WatchStatus): WatchStatus['problem'] =>
  state === 'stopped' || (state === 'waiting' && problem?.code.startsWith('certificate'))
    ? problem
    : null;

/** Whether a rejection of the last minutes would be known. */
function isUpToDate({ state }: WatchStatus, { lastScan }: Observed, now: number): boolean {
  const live = state === 'watching' || state === 'reading';
  return live && lastScan?.cut === false && now - lastScan.finishedAt < 2 * pollEvery;
}
