import { autoUpdater, powerMonitor, type App, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import { Alerts, type AlertGroup, type AlertTarget } from '../api/alerts.ts';
import type { Context } from '../api/context.ts';
import type { Settings, WatchStatus } from '../api/contract.ts';
import { watchAtStart } from '../api/watch-at-start.ts';
import { observed } from '../scan/observed.ts';
import { alertWords, familyOf } from '../text/alert-words.ts';
import { localOffset } from '../text/time.ts';
import type { ClickedEpisode } from './clicked-episode.ts';
import type { LoginItem } from './login/login-item.ts';
import { loginSetting } from './login/login-setting.ts';
import type { MainWindow } from './window/main-window.ts';
import { notify } from './notifications.ts';
import { TrayKeeper } from './tray/tray-keeper.ts';
import { trayIsSeen, type TrayIcon } from './tray/tray.ts';
import type { WindowMemory } from './window/window-memory.ts';

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

/** What goes on while the window may be closed: alerts, the tray, closing to it, the start at login. */
export class Background {
  readonly #parts: BackgroundParts;
  readonly #alerts: Alerts;
  readonly #keeper: TrayKeeper;
  readonly #leaving = new AbortController();
  #applyLogin: (settings: Settings) => void = () => undefined;
  #startedInTray = false;

  constructor(parts: BackgroundParts) {
    this.#parts = parts;
    const { app, text, context, tray, window } = parts;
    this.#alerts = this.#makeAlerts();
    this.#keeper = new TrayKeeper({
      ...{ app, text, context, tray },
      observed: (accountId) => this.#alerts.observed(accountId),
      isHome: () => this.#closesToTray,
      show: () => window.show(),
      openAccount: (target) => this.#openAccount(target),
    });
    const leave = (): void => this.#leave();
    app.on('before-quit', leave);
    // Squirrel closes all windows before the app is told that it quits.
    if (process.platform === 'darwin') autoUpdater.on('before-quit-for-update', leave);
    powerMonitor.on('resume', () => this.#alerts.review());
  }

  /** Told around each look of a watch. */
  get looks(): Pick<Alerts, 'beforeLook' | 'afterLook'> {
    return this.#alerts;
  }

  watchChanged(status: WatchStatus): void {
    this.#alerts.watchChanged(status);
    this.#keeper.watchChanged(status);
  }

  settingsChanged(settings: Settings): void {
    this.#applyLogin(settings);
    this.#alerts.review();
    this.#keeper.refreshSoon();
  }

  /** Shows the window, or only the tray where the system started the app and that was chosen. */
  async open(atLogin: boolean): Promise<void> {
    const { window, context, login, text } = this.#parts;
    this.#applyLogin = loginSetting(login, context.settings, (why) => {
      const t = text.getFixedT(null, 'background');
      this.#say('login', t('login.title'), t(`login.${why}`));
    });
    void watchAtStart(context, this.#leaving.signal);
    this.#keeper.refreshSoon();
    if (!atLogin || !context.settings.current.startMinimised) window.show();
    else if (await this.#panelComesUp()) {
      this.#startedInTray = true;
      this.#keeper.refresh();
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

  /** Who was started in the tray goes back there. */
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
    this.#keeper.refresh();
    if (window.isFullScreen()) {
      // macOS would leave an empty full screen behind.
      window.once('leave-full-screen', () => window.hide());
      window.setFullScreen(false);
    } else window.hide();
    this.#sayWhereItWent();
  }

  /** Once. */
  #sayWhereItWent(): void {
    const { memory, context, text } = this.#parts;
    if (memory.trayTold || !context.settings.current.notify) return;
    memory.tellTray();
    const t = text.getFixedT(null, 'background');
    const watched = context.watches.list().length > 0;
    this.#say('closed', t('closed.title'), t(watched ? 'closed.watching' : 'closed.idle'));
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
    this.#keeper.stop();
    this.#parts.memory.save();
  }

  #makeAlerts(): Alerts {
    const { context } = this.#parts;
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
      addressOf: (accountId) =>
        (context.store.ok ? context.store.value.accounts.get(accountId)?.address : null) ?? '',
      show: (group) => this.#notify(group),
      later(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
  }

  #notify({ alerts, targets }: AlertGroup): void {
    const [alert] = alerts;
    const [target] = targets;
    if (!alert || !target) return;
    // What is said of one account takes the place of what was said before.
    const family = familyOf(alert) === 'notWatched' ? 'watch' : 'limit';
    const whom = alerts.length === 1 ? String(target.accountId) : 'several';
    const { text, context } = this.#parts;
    const words = alertWords(text, alerts, context.clock().getTime());
    notify(`${family} ${whom}`, words, () => this.#openAccount(target));
  }

  #say(key: string, title: string, body: string): void {
    notify(key, { title, body }, () => this.#parts.window.show());
  }

  #openAccount(target: AlertTarget): void {
    this.#parts.window.show();
    this.#parts.clicked.click(target);
  }
}
