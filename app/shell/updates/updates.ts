import { app, dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import logger from 'electron-log/node';
import { updateSource, type UpdateSource } from './update-source.ts';
import { NotSigned, quietUpdater } from './updater.ts';

/** Put in by the build (app/toolchain/bundles.ts); null for a build that names no update host. */
declare const __UPDATES__: UpdateSource | null;

/** Where this installation looks for updates; null: it does not, and the menu has no entry. */
export const updatesFrom = (): UpdateSource | null =>
  updateSource(__UPDATES__, app.isPackaged, process.env);

/** A host that never answers must not leave the person without one. */
const longestCheck = 30_000;
let busy = false;

/**
 * "Look for an update…": the only thing that ever contacts the update host. Every step is asked for, and what
 * is not signed is not even downloaded.
 */
export async function lookForUpdate(
  window: BrowserWindow,
  source: UpdateSource,
  text: i18n,
): Promise<void> {
  if (busy) return;
  busy = true;
  const t = text.getFixedT(null, 'shell');
  const show = (type: 'info' | 'warning', name: string, buttons: string[], values = {}) =>
    dialog.showMessageBox(window, {
      type,
      message: t(`update.${name}`, values),
      detail: t(`update.${name}Detail`, values),
      buttons: buttons.map((button) => t(`update.${button}`)),
      cancelId: buttons.length - 1,
      noLink: true,
    });
  try {
    const updater = quietUpdater(source, app.isPackaged);
    const checked = await inTime(updater.checkForUpdates(), longestCheck);
    const version = checked?.updateInfo.version ?? app.getVersion();
    if (checked?.isUpdateAvailable !== true) {
      await show('info', 'none', ['close'], { version: app.getVersion() });
      return;
    }
    const values = { version, host: new URL(source.url).host };
    const wanted = await show('info', 'found', ['download', 'later'], values);
    if (wanted.response !== 0) return;
    await updater.downloadUpdate();
    const now = await show('info', 'ready', ['restart', 'later'], values);
    if (now.response === 0) updater.quitAndInstall();
  } catch (error) {
    logger.warn('update', error);
    await show('warning', isRefused(error) ? 'refused' : 'failed', ['close']);
  } finally {
    busy = false;
  }
}

/** Wrong signature of the manifest, wrong hash of the file, or the system's own check of the publisher. */
function isRefused(error: unknown): boolean {
  if (error instanceof NotSigned) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CHECKSUM_MISMATCH|INVALID_SIGNATURE|UPDATE_INFO/.test(code);
}

async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
