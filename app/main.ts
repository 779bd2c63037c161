import './shell/first.ts';
import './shell/without-window.ts';
import { app, powerMonitor, session } from 'electron';
import { allHandlers } from './api/handlers/all.ts';
import { startSampleOnce } from './api/handlers/scan.ts';
import { registerChannels } from './api/register.ts';
import { abilities } from './shell/abilities.ts';
import { Background } from './shell/background.ts';
import { ClickedEpisode } from './shell/clicked-episode.ts';
import { realContext } from './shell/context.ts';
import { loginItem, ownCommand, wasStartedAtLogin } from './shell/login/login-item.ts';
import { deleteData } from './shell/data/data-files.ts';
import { followLanguage, showMenu, startLanguage } from './shell/language.ts';
import { logBugs, logDatabase, logSettings, openLog } from './shell/log.ts';
import { MainWindow } from './shell/window/main-window.ts';
import { guardNavigation } from './shell/page/navigation.ts';
import { OpenedFiles, openFiles } from './shell/opened-files.ts';
import { isOwnPage } from './shell/page/page-files.ts';
import { usePaths } from './shell/paths.ts';
import { denyPermissions } from './shell/page/permissions.ts';
import { printAndQuit } from './shell/print-pdf.ts';
import { registerScheme, servePages } from './shell/page/protocol.ts';
import { quitInOrder } from './shell/quit.ts';
import { runSelfTest, selfTestOptions } from './shell/self-test.ts';
import { SettingsFile } from './shell/settings/settings.ts';
import { parseStartOptions } from './shell/start-options.ts';
import { TrayIcon } from './shell/tray/tray.ts';
import { WindowMemory } from './shell/window/window-memory.ts';
import { followTheme } from './shell/window/theme.ts';
import { StoreKeeper } from './store/keeper.ts';

/** The window app's start, one step a line. */
async function start(): Promise<void> {
  const given = parseStartOptions(process.argv.slice(1));
  if (given.print) {
    await printAndQuit(app, { ...given.print, language: given.language ?? 'en' });
    return;
  }
  const options = given.selfTest ? selfTestOptions(given) : given;
  const paths = usePaths(app, options);
  // Two at a time would write to one database; the second one only brings the first one's window to the front.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }

  if (options.finishDeleting) deleteData(paths.data, ['window']);
  const log = openLog(paths.data);
  logBugs(log);
  // As root, where tests run, Chromium cannot sandbox and would end the app.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Windows shows notifications of installed programs only, and knows them by this name (electron-builder.yml).
  app.setAppUserModelId('app.sendwell.desktop');
  registerScheme();
  guardNavigation(app, (what) => log.warn('refused', what));
  await app.whenReady();

  denyPermissions(session.defaultSession);
  servePages(session.defaultSession, paths.pages);
  const settings = SettingsFile.open(paths.settings);
  logSettings(log, settings.trouble);
  const text = startLanguage(options, settings.current);

  const memory = new WindowMemory(paths.window);
  const window = new MainWindow({
    appFolder: paths.app,
    memory,
    onGone: (reason) => log.error('the page ended', reason),
    onClose: (event, closing) => background.closing(event, closing),
    onClosed: () => {
      files.stopListening();
      clicked.stopListening();
    },
  });
  followTheme(settings, window);
  followLanguage(settings, text, window);
  settings.onChange((now) => window.tell('settings:changed', now));
  const database = await StoreKeeper.open(paths.database, (problem) =>
    window.tell('store:changed', problem),
  );
  logDatabase(log, database.current);
  const files = new OpenedFiles((opened) => window.tell('files:opened', opened));
  const clicked = new ClickedEpisode((link) => window.tell('episode:open', link));
  // A checkout's Electron and the sample are nothing to start at every login.
  const login =
    app.isPackaged && !options.sample
      ? loginItem(app, ownCommand(process.env, process.execPath, options.data))
      : null;
  const context = realContext({
    ...{ database, text, settings, window, paths, log, files, clicked },
    abilities: () => abilities(login !== null),
    followers: () => background,
  });
  const tray = new TrayIcon(paths.app, () => window.show());
  const background = new Background({
    ...{ app, text, window, memory, tray, clicked, login, context },
  });
  settings.onChange((now) => background.settingsChanged(now));
  registerChannels({
    rules: { isKnownWindow: (id) => window.isKnown(id), isOwnPage },
    handlers: allHandlers(context),
    refused: (channel, reason) => log.warn('refused', channel, reason),
    failed: (channel, code) => log.warn('problem', channel, code),
    bug: (channel, error) => log.error('a handler broke', channel, error),
  });
  quitInOrder(app, context, database, () => background.stays);
  powerMonitor.on('resume', () => context.watches.wake());
  openFiles(app, files, () => window.show());
  app.on('activate', () => window.show());

  if (options.sample) await startSampleOnce(context);
  showMenu(text, window, settings);
  if (options.selfTest) window.open('undrawn');
  else await background.open(wasStartedAtLogin(app, options.atLogin));
  log.info('started', app.getVersion(), process.versions['electron']);
  if (options.selfTest)
    await runSelfTest({
      ...{ app, store: database.current, folder: options.data ?? '' },
      scanStatus: () => context.scans.status(1),
      window: () => window.current,
    });
}

void start();
