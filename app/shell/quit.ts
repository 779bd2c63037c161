import type { App } from 'electron';
import type { Context } from '../api/context.ts';
import type { StoreKeeper } from '../store/keeper.ts';

/** A server that never answers must not keep the app from closing. */
const longestWait = 5000;

/**
 * Quitting cancels scans first, so that each stores its checkpoint and logs out, takes a password from the
 * clipboard, and closes the database.
 * @param stays whether the app goes on in the tray when its last window is closed
 */
export function quitInOrder(
  app: App,
  context: Pick<Context, 'watches' | 'scans' | 'audits' | 'clearClipboard'>,
  database: StoreKeeper,
  stays: () => boolean,
): void {
  const { watches, scans, audits, clearClipboard } = context;
  let done = false;
  let waiting = false;
  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    audits.stop();
    const late = new Promise((resolve) => setTimeout(resolve, longestWait));
    const ended = Promise.all([watches.stopAll(), scans.cancelAll(), clearClipboard()]);
    void Promise.race([ended, late]).finally(() => {
      database.close();
      done = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => {
    if (!stays()) app.quit();
  });
}
