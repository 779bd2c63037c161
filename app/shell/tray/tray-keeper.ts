import type { App } from 'electron';
import type { i18n } from 'i18next';
import { troubleOf, type AlertTarget } from '../../api/alerts.ts';
import type { Context } from '../../api/context.ts';
import type { WatchStatus } from '../../api/contract.ts';
import { outlookAt, type Observed } from '../../health/outlook.ts';
import { staleAfter, trayState, trayTooltip, type TrayAccount } from '../../text/tray-words.ts';
import { trayTemplate } from './tray-menu.ts';
import { trayIsSeen, type TrayIcon } from './tray.ts';

export interface TrayKeeperParts {
  readonly app: App;
  readonly text: i18n;
  readonly context: Context;
  readonly tray: TrayIcon;
  /** What is known of a watched account; null before its first look. */
  readonly observed: (accountId: number) => Observed | null;
  /** Whether the window closes to the tray: then there is one, though nothing is watched. */
  readonly isHome: () => boolean;
  readonly show: () => void;
  readonly openAccount: (target: AlertTarget) => void;
}

/** Statuses of many watches come in bursts; the tray follows once. */
const refreshAfter = 200;

/** Keeps the tray's icon and menu what they should be; it is there while something is watched, or lives there. */
export class TrayKeeper {
  readonly #parts: TrayKeeperParts;
  readonly #paused = new Set<number>();
  #soon: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #over = false;

  constructor(parts: TrayKeeperParts) {
    this.#parts = parts;
    parts.text.on('languageChanged', () => this.refreshSoon());
  }

  watchChanged({ accountId, state }: WatchStatus): void {
    if (state !== 'off') this.#paused.delete(accountId);
    this.refreshSoon();
  }

  refreshSoon(): void {
    if (!this.#over) this.#soon ??= setTimeout(() => this.refresh(), refreshAfter);
  }

  refresh(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (this.#over) return;
    const { tray, isHome } = this.#parts;
    const accounts = this.#accounts();
    if (accounts.length === 0 && !isHome()) tray.remove();
    else if (tray.isThere) this.#fill(accounts);
    else
      void trayIsSeen().then((seen) => {
        if (seen && !this.#over) this.#fill(this.#accounts());
      });
  }

  /** For the end of the app. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#soon);
    clearTimeout(this.#next);
    this.#parts.tray.remove();
  }

  #fill(accounts: readonly TrayAccount[]): void {
    const { app, text, tray, context, show, openAccount } = this.#parts;
    const { watches } = context;
    const now = context.clock().getTime();
    const menu = trayTemplate(text, accounts, now, {
      ...{ open: show, openAccount },
      scan: () => {
        for (const { accountId } of watches.list()) watches.lookNow(accountId);
      },
      pause: () => void this.#pause(),
      resume: () => {
        for (const accountId of this.#paused) watches.start(accountId);
        this.refreshSoon();
      },
      // Not at once: the tray, whose menu is just being answered, goes first.
      quit: () => setImmediate(() => app.quit()),
    });
    const tooltip = trayTooltip(text, accounts, now);
    tray.show({ state: trayState(accounts, now), tooltip, menu });
    clearTimeout(this.#next);
    const next = nextChange(accounts, now);
    if (next !== null) this.#next = setTimeout(() => this.refresh(), Math.max(1000, next - now));
  }

  async #pause(): Promise<void> {
    const { watches } = this.#parts.context;
    const ids = watches.list().map(({ accountId }) => accountId);
    for (const accountId of ids) this.#paused.add(accountId);
    await Promise.all(ids.map((accountId) => watches.stop(accountId)));
    this.refreshSoon();
  }

  #accounts(): TrayAccount[] {
    const { watches, store } = this.#parts.context;
    if (!store.ok) return [];
    const { accounts } = store.value;
    const account = (accountId: number): TrayAccount[] => {
      const stored = accounts.get(accountId);
      if (stored === null) return [];
      const observed = this.#parts.observed(accountId);
      return [
        {
          ...{ accountId, address: stored.address, watch: 'paused', observed },
          ...{ nextAt: null, problem: null },
        },
      ];
    };
    const watched = watches.list().flatMap((status) => {
      const problem = troubleOf(status);
      const watch = problem ? 'stopped' : status.state === 'waiting' ? 'waiting' : 'on';
      const { nextAt } = status;
      return account(status.accountId).map((each): TrayAccount => {
        return { ...each, watch, nextAt, problem };
      });
    });
    return [...watched, ...[...this.#paused].flatMap(account)];
  }
}

/** When a line of the tray becomes another by time alone; null: never. */
function nextChange(accounts: readonly TrayAccount[], now: number): number | null {
  const moments = accounts.flatMap(({ observed }) => {
    if (observed === null) return [];
    const { limit } = outlookAt(observed, now);
    return [limit?.retryAt ?? 0, (observed.lastScan?.finishedAt ?? 0) + staleAfter];
  });
  const ahead = moments.filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
