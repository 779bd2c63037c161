import './shell/first.ts';
import './shell/without-window.ts';
import { app, powerMonitor, session } from 'electron';
import { allHandlers } from './api/handlers/all.ts';
import { startSampleOnce } from './api/handlers/scan.ts';
import { registerChannels } from './api/register.ts';
import { realContext } from './shell/context.ts';
import { showMenu, startLanguage } from './shell/language.ts';
import { logBugs, logDatabase, openLog } from './shell/log.ts';
import { MainWindow } from './shell/main-window.ts';
import { guardNavigation } from './shell/navigation.ts';
import { OpenedFiles, openFiles } from './shell/opened-files.ts';
import { isOwnPage } from './shell/page-files.ts';
import { usePaths } from './shell/paths.ts';
import { denyPermissions } from './shell/permissions.ts';
import { printAndQuit } from './shell/print-pdf.ts';
import { registerScheme, servePages } from './shell/protocol.ts';
import { quitInOrder } from './shell/quit.ts';
import { runSelfTest, selfTestOptions } from './shell/self-test.ts';
import { parseStartOptions } from './shell/start-options.ts';
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

  const log = openLog(paths.data);
  logBugs(log);
  // As root, where tests run, Chromium cannot sandbox and would end the app.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  guardNavigation(app, (what) => log.warn('refused', what));
  await app.whenReady();

  denyPermissions(session.defaultSession);
  servePages(session.defaultSession, paths.pages);
  const text = startLanguage(options, paths);

  const window = new MainWindow({
    appFolder: paths.app,
    hidden: options.selfTest,
    onGone: (reason) => log.error('the page ended', reason),
    onClosed: () => files.stopListening(),
  });
  const database = await StoreKeeper.open(paths.database, (problem) =>
    window.tell('store:changed', problem),
  );
  logDatabase(log, database.current);
  const files = new OpenedFiles((opened) => window.tell('files:opened', opened));
  const context = realContext({ database, text, window, paths, log, files });
  registerChannels({
    rules: { isKnownWindow: (id) => window.isKnown(id), isOwnPage },
    handlers: allHandlers(context),
    refused: (channel, reason) => log.warn('refused', channel, reason),
    failed: (channel, code) => log.warn('problem', channel, code),
    bug: (channel, error) => log.error('a handler broke', channel, error),
  });
  quitInOrder(app, context, database);
  powerMonitor.on('resume', () => context.watches.wake());
  openFiles(app, files, () => window.show());
  app.on('activate', () => window.show());

  if (options.sample) await startSampleOnce(context);
  showMenu(text, window, paths);
  window.show();
  log.info('started', app.getVersion(), process.versions['electron']);
  if (options.selfTest)
    await runSelfTest({
      ...{ app, store: database.current, folder: options.data ?? '' },
      scanStatus: () => context.scans.status(1),
      window: () => window.current,
    });
}

void start();
