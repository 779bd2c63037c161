import type { App } from 'electron';
import type { Context } from '../api/context.ts';
import type { StoreKeeper } from '../store/keeper.ts';

/** A server that never answers must not keep the app from closing. */
const longestWait = 5000;

/** Quitting cancels scans first, so that each stores its checkpoint and logs out, and closes the database. */
export function quitInOrder(
  app: App,
  { watches, scans }: Pick<Context, 'watches' | 'scans'>,
  database: StoreKeeper,
): void {
  let done = false;
  let waiting = false;
  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    const late = new Promise((resolve) => setTimeout(resolve, longestWait));
    void Promise.race([Promise.all([watches.stopAll(), scans.cancelAll()]), late]).finally(() => {
      database.close();
      done = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
}
