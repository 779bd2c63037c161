import { join } from 'node:path';
import { app, clipboard, safeStorage } from 'electron';
import type { i18n } from 'i18next';
import type { Context } from '../api/context.ts';
import { scanRunner } from '../api/scan-runner.ts';
import { findSite } from '../mailbox/find-site.ts';
import { connectImap } from '../mailbox/imap/connect.ts';
import type { Result } from '../result.ts';
import { recallOf } from '../secrets/recall.ts';
import { RememberedPasswords } from '../secrets/remembered-passwords.ts';
import { SessionPasswords } from '../secrets/session-passwords.ts';
import type { Store } from '../store/store.ts';
import { chooseCa } from './choose-ca.ts';
import { clipboardGuard } from './clipboard-guard.ts';
import { changeLanguage } from './language.ts';
import { openLink, openWebmail } from './links.ts';
import type { Log } from './log.ts';
import type { MainWindow } from './main-window.ts';
import type { Paths } from './paths.ts';
import { isFallbackRuntime } from './runtime.ts';

/** No question to the DNS: for a runtime past its support, which asks nobody but this machine. */
const noResolver = {
  resolveMx: () => Promise.resolve([]),
  resolveTxt: () => Promise.resolve([]),
};

/** Everything that the handlers work with, from the real world. */
export function realContext(parts: {
  store: Result<Store>;
  text: i18n;
  window: MainWindow;
  paths: Paths;
  log: Log;
}): Context {
  const { store, text, window, paths, log } = parts;
  const { electron = '', chrome = '' } = process.versions as Partial<Record<string, string>>;
  const fallbackRuntime = isFallbackRuntime(electron);
  const clock = (): Date => new Date();
  const remembered = new RememberedPasswords(
    join(paths.data, 'passwords.json'),
    safeStorage,
    clock,
  );
  const copied = clipboardGuard(clipboard);
  return {
    store,
    text,
    fallbackRuntime,
    passwords: new SessionPasswords(
      store.ok ? recallOf(store.value.accounts, remembered) : undefined,
    ),
    remembered,
    scans: scanRunner(
      (status) => window.tell('scan:progress', status),
      (error) => log.error('a scan broke', error),
    ),
    clock,
    versions: { version: app.getVersion(), electron, chrome },
    dataFolder: paths.data,
    connect: connectImap,
    findSite: (address) => findSite(address, fallbackRuntime ? noResolver : undefined),
    setLanguage: (language) => changeLanguage(text, language, window, paths),
    chooseCa: async () => (window.current ? chooseCa(window.current, text) : null),
    openLink: async (link) => {
      if (window.current) await openLink(window.current, link, text);
    },
    openWebmail: async (site) =>
      window.current ? openWebmail(window.current, site, text) : 'declined',
    guardClipboard: (secret) => copied.guard(secret),
    clearClipboard: () => copied.clearNow(),
  };
}
