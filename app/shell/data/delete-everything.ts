import { app, dialog, session, type BrowserWindow } from 'electron';
import logger from 'electron-log/node';
import type { i18n } from 'i18next';
import type { Context } from '../../api/context.ts';
import { dataKinds } from '../../api/contract.ts';
import { deleteData } from './data-files.ts';
import { filesToOpen } from '../start-options.ts';

/** A server that never answers must not keep anybody's data here. */
const longestWait = 5000;
/** Names beyond these are counted. */
const mostNamed = 10;

export interface Deletion {
  readonly context: Pick<
    Context,
    | 'audits'
    | 'watches'
    | 'scans'
    | 'passwords'
    | 'proxyPasswords'
    | 'settings'
    | 'clearClipboard'
    | 'dataFolder'
  >;
  readonly closeDatabase: () => void;
  readonly window: () => BrowserWindow | null;
  readonly text: i18n;
}

/**
 * Stops all work, forgets every password, deletes what of ours lies in the data folder and starts the app again, as
 * for the first time. Chromium holds the window's caches while it runs: they are emptied here and removed by the next
 * start (`--finish-deleting`).
 */
export async function deleteEverything(deletion: Deletion): Promise<void> {
  const { context, closeDatabase, window, text } = deletion;
  const { audits, watches, scans, passwords, proxyPasswords, settings } = context;
  audits.stop();
  const late = new Promise((resolve) => setTimeout(resolve, longestWait));
  const ended = Promise.all([watches.stopAll(), scans.cancelAll(), context.clearClipboard()]);
  await Promise.race([ended, late]);
  passwords.forgetAll();
  proxyPasswords.forgetAll();
  // What was set up outside of the folder is taken back by whoever did.
  settings.change({ startAtLogin: false, startMinimised: false });
  closeDatabase();
  // Nothing may be written any more, not even about what follows.
  logger.transports.file.level = false;
  await emptyCaches();
  const left = deleteData(
    context.dataFolder,
    dataKinds.filter((kind) => kind !== 'window'),
  );
  if (left.length > 0) await tellLeft(window(), text, left);
  app.relaunch(nextStart());
  app.exit(0);
}

/** Best effort: what it leaves, the next start removes. */
async function emptyCaches(): Promise<void> {
  const { defaultSession } = session;
  const emptied = [
    ...[defaultSession.clearStorageData(), defaultSession.clearCache()],
    ...[defaultSession.clearAuthCache(), defaultSession.clearHostResolverCache()],
  ];
  await Promise.allSettled(emptied);
}

async function tellLeft(
  window: BrowserWindow | null,
  text: i18n,
  left: readonly string[],
): Promise<void> {
  const t = text.getFixedT(null, 'shell');
  const more = left.length > mostNamed ? [t('data.leftMore', { n: left.length - mostNamed })] : [];
  const options = {
    type: 'warning' as const,
    message: t('data.left'),
    detail: [t('data.leftTodo'), '', ...left.slice(0, mostNamed), ...more].join('\n'),
    buttons: [t('data.restart')],
  };
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

export const finishDeleting = '--finish-deleting';

/** As it was started, without the mail that was opened with it. A portable program and an AppImage unpack anew. */
function nextStart(): Electron.RelaunchOptions {
  const { APPIMAGE, PORTABLE_EXECUTABLE_FILE } = process.env;
  const kept = process.argv
    .slice(1)
    .filter((word) => word !== finishDeleting && filesToOpen([word], process.cwd()).length === 0);
  return {
    execPath: APPIMAGE ?? PORTABLE_EXECUTABLE_FILE ?? process.execPath,
    args: [...kept, finishDeleting],
  };
}
