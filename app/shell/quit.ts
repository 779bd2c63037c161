import type { App } from 'electron';
import type { Context } from '../api/context.ts';

/** A server that never answers must not keep the app from closing. */
const longestWait = 5000;

/** Quitting cancels scans first, so that each stores its checkpoint and logs out, takes a password from the clipboard, and closes the database. */
export function quitInOrder(app: App, { scans, store, clearClipboard }: Context): void {
  let done = false;
  let waiting = false;
  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    const late = new Promise((resolve) => setTimeout(resolve, longestWait));
    void Promise.race([Promise.all([scans.cancelAll(), clearClipboard()]), late]).finally(() => {
      if (store.ok) store.value.close();
      done = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
}
