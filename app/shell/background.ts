import { autoUpdater, powerMonitor, type App, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import { Alerts, troubleOf, type AlertGroup, type AlertTarget } from '../api/alerts.ts';
import type { Context } from '../api/context.ts';
import type { Settings, WatchStatus } from '../api/contract.ts';
import { watchAtStart } from '../api/watch-at-start.ts';
import { outlookAt } from '../health/outlook.ts';
import { observed } from '../scan/observed.ts';
import { alertWords, familyOf } from '../text/alert-words.ts';
import { localOffset } from '../text/time.ts';
import { staleAfter, trayState, trayTooltip, type TrayAccount } from '../text/tray-words.ts';
import type { ClickedEpisode } from './clicked-episode.ts';
import type { LoginItem } from './login/login-item.ts';
import { loginSetting } from './login/login-setting.ts';
import type { MainWindow } from './main-window.ts';
import { notify } from './notifications.ts';
import { trayIsSeen, type TrayIcon } from './tray.ts';
import { trayTemplate } from './tray-menu.ts';
import type { WindowMemory } from './window-memory.ts';

export interface BackgroundParts {
  readonly app: App;
  readonly text: i18n;
  readonly window: MainWindow;
  readonly memory: WindowMemory;
  readonly tray: TrayIcon;
  readonly clicked: ClickedEpisode;
  /** Null in a checkout and for the sample. */
  readonly login: LoginItem | null;
  readonly context: Context;
}

/** At login the panel may come up later than we do. */
const panelTries = 10;
const panelPause = 1000;
/** Statuses of many watches come in bursts; the tray follows once. */
const refreshAfter = 200;

/** What goes on while the window may be closed: the tray, notifications, closing to the tray, the start at login. */
export class Background {
  readonly #parts: BackgroundParts;
  readonly #alerts: Alerts;
  readonly #leaving = new AbortController();
  readonly #paused = new Set<number>();
  readonly #applyLogin: (settings: Settings) => void;
  #startedInTray = false;
  #refreshing: NodeJS.Timeout | undefined;
  #nextChange: NodeJS.Timeout | undefined;

  constructor(parts: BackgroundParts) {
    this.#parts = parts;
    const { app, text, context, login } = parts;
    this.#alerts = this.#makeAlerts();
    this.#applyLogin = loginSetting(login, context.settings, (why) => this.#say('login', why));
    const leave = (): void => this.#leave();
    app.on('before-quit', leave);
    // Squirrel closes all windows before the app is told that it quits.
    if (process.platform === 'darwin') autoUpdater.on('before-quit-for-update', leave);
    powerMonitor.on('resume', () => this.#alerts.review());
    text.on('languageChanged', () => this.#refreshSoon());
  }

  /** Told around each look of a watch. */
  get looks(): Pick<Alerts, 'beforeLook' | 'afterLook'> {
    return this.#alerts;
  }

  watchChanged(status: WatchStatus): void {
    if (status.state !== 'off') this.#paused.delete(status.accountId);
    this.#alerts.watchChanged(status);
    this.#refreshSoon();
  }

  settingsChanged(settings: Settings): void {
    this.#applyLogin(settings);
    this.#alerts.review();
    this.#refreshSoon();
  }

  /** Shows the window, or only the tray where the system started the app and that was chosen. */
  async open(atLogin: boolean): Promise<void> {
    const { window, context } = this.#parts;
    void watchAtStart(context, this.#leaving.signal);
    this.#refreshSoon();
    if (!atLogin || !context.settings.current.startMinimised) window.show();
    else if (await this.#panelComesUp()) {
      this.#startedInTray = true;
      this.#refresh();
    } else window.open('minimised');
  }

  /** Whether the app stays when its last window is closed. */
  get stays(): boolean {
    return this.#closesToTray && this.#parts.tray.isThere;
  }

  /** The window is about to close. */
  closing(event: { preventDefault(): void }, window: BrowserWindow): void {
    if (this.#leaving.signal.aborted || !this.#closesToTray) return;
    event.preventDefault();
    void this.#goToTray(window);
  }

  get #closesToTray(): boolean {
    return this.#startedInTray || this.#parts.context.settings.current.closeToTray;
  }

  /** Where nobody shows a tray, a hidden window could not be found again: it is minimised. */
  async #goToTray(window: BrowserWindow): Promise<void> {
    const seen = await trayIsSeen();
    if (this.#leaving.signal.aborted || window.isDestroyed()) return;
    if (!seen) {
      this.#parts.tray.remove();
      window.minimize();
      return;
    }
    this.#refresh();
    if (window.isFullScreen()) {
      // macOS would leave an empty full screen behind.
      window.once('leave-full-screen', () => window.hide());
      window.setFullScreen(false);
    } else window.hide();
    const { memory } = this.#parts;
    if (memory.trayTold) return;
    memory.tellTray();
    this.#say('closed', 'body');
  }

  async #panelComesUp(): Promise<boolean> {
    for (let tries = 0; tries < panelTries; tries += 1) {
      if (await trayIsSeen()) return true;
      await new Promise((resolve) => setTimeout(resolve, panelPause));
    }
    return false;
  }

  #leave(): void {
    this.#leaving.abort();
    this.#alerts.stop();
    clearTimeout(this.#refreshing);
    clearTimeout(this.#nextChange);
    this.#parts.tray.remove();
    this.#parts.memory.save();
  }

  #makeAlerts(): Alerts {
    const { context, text } = this.#parts;
    return new Alerts({
      now: () => context.clock().getTime(),
      offsetAt: localOffset,
      settings: () => context.settings.current,
      observed: (accountId) => {
        try {
          return context.store.ok ? observed(context.store.value, accountId) : null;
        } catch {
          // The look that just ended says what is wrong with the database.
          return null;
        }
      },
      addressOf: (accountId) => this.#addressOf(accountId),
      show: (group) =>
        this.#notify(group, alertWords(text, group.alerts, context.clock().getTime())),
      later(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
  }

  #notify({ alerts, targets }: AlertGroup, words: { title: string; body: string }): void {
    const [alert] = alerts;
    const [target] = targets;
    if (!alert || !target) return;
    // What is said of one account takes the place of what was said before.
    const family = familyOf(alert) === 'notWatched' ? 'watch' : 'limit';
    const whom = alerts.length === 1 ? String(target.accountId) : 'several';
    notify(`${family} ${whom}`, words, () => this.#openAccount(target));
  }

  #say(topic: 'login' | 'closed', what: 'checkout' | 'failed' | 'body'): void {
    const { text, window, context } = this.#parts;
    if (!context.settings.current.notify) return;
    const t = text.getFixedT(null, 'background');
    notify(topic, { title: t(`${topic}.title`), body: t(`${topic}.${what}`) }, () => window.show());
  }

  #openAccount(target: AlertTarget): void {
    this.#parts.window.show();
    this.#parts.clicked.click(target);
  }

  #addressOf(accountId: number): string {
    const { store } = this.#parts.context;
    return (store.ok ? store.value.accounts.get(accountId)?.address : null) ?? '';
  }

  #accounts(): TrayAccount[] {
    const { watches, store } = this.#parts.context;
    if (!store.ok) return [];
    const watched = watches.list().map((status): TrayAccount => {
      const problem = troubleOf(status);
      const watch = problem ? 'stopped' : status.state === 'waiting' ? 'waiting' : 'on';
      return { ...this.#trayAccount(status.accountId), watch, nextAt: status.nextAt, problem };
    });
    const paused = [...this.#paused]
      .filter((accountId) => store.value.accounts.get(accountId) !== null)
      .map((accountId) => this.#trayAccount(accountId));
    return [...watched, ...paused];
  }

  #trayAccount(accountId: number): TrayAccount {
    return {
      ...{ accountId, address: this.#addressOf(accountId), watch: 'paused' },
      ...{ observed: this.#alerts.observed(accountId), nextAt: null, problem: null },
    };
  }

  #refreshSoon(): void {
    this.#refreshing ??= setTimeout(() => this.#refresh(), refreshAfter);
  }

  #refresh(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = undefined;
    if (this.#leaving.signal.aborted) return;
    const { tray } = this.#parts;
    const accounts = this.#accounts();
    if (accounts.length === 0 && !this.#closesToTray) tray.remove();
    else if (tray.isThere) this.#fill(accounts);
    else
      void trayIsSeen().then((seen) => {
        if (seen && !this.#leaving.signal.aborted) this.#fill(this.#accounts());
      });
  }

  #fill(accounts: readonly TrayAccount[]): void {
    const { app, text, tray, window, context } = this.#parts;
    const now = context.clock().getTime();
    const menu = trayTemplate(text, accounts, now, {
      open: () => window.show(),
      openAccount: (target) => this.#openAccount(target),
      scan: () => {
        for (const { accountId } of context.watches.list()) context.watches.lookNow(accountId);
      },
      pause: () => void this.#pause(),
      resume: () => {
        for (const accountId of [...this.#paused]) context.watches.start(accountId);
        this.#refreshSoon();
      },
      // Not at once: the tray, whose menu is just being answered, goes first.
      quit: () => setImmediate(() => app.quit()),
    });
    tray.show({
      state: trayState(accounts, now),
      tooltip: trayTooltip(text, accounts, now),
      menu,
    });
    clearTimeout(this.#nextChange);
    const next = nextChange(accounts, now);
    if (next !== null)
      this.#nextChange = setTimeout(() => this.#refresh(), Math.max(1000, next - now));
  }

  async #pause(): Promise<void> {
    const { watches } = this.#parts.context;
    const ids = watches.list().map(({ accountId }) => accountId);
    for (const accountId of ids) this.#paused.add(accountId);
    await Promise.all(ids.map((accountId) => watches.stop(accountId)));
    this.#refreshSoon();
  }
}

/** When a line of the tray becomes another by time alone; null: never. */
function nextChange(accounts: readonly TrayAccount[], now: number): number | null {
  const moments = accounts.flatMap(({ observed: known }) => {
    if (known === null) return [];
    const { limit } = outlookAt(known, now);
    return [limit?.retryAt ?? 0, (known.lastScan?.finishedAt ?? 0) + staleAfter];
  });
  const ahead = moments.filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
