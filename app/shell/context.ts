import { app } from 'electron';
import type { i18n } from 'i18next';
import type { Context } from '../api/context.ts';
import { scanRunner } from '../api/scan-runner.ts';
import { findSite } from '../mailbox/find-site.ts';
import { connectImap } from '../mailbox/imap/connect.ts';
import { ok, type Result } from '../result.ts';
import { SessionPasswords } from '../secrets/session-passwords.ts';
import type { Store } from '../store/store.ts';
import { chooseCa } from './choose-ca.ts';
import { chooseMailFiles } from './choose-mail-files.ts';
import { changeLanguage } from './language.ts';
import { openLink } from './links.ts';
import type { Log } from './log.ts';
import type { MainWindow } from './main-window.ts';
import type { Paths } from './paths.ts';
import { isFallbackRuntime } from './runtime.ts';
import { saveExport } from './save-export.ts';
import { changeSettings, readSettings } from './settings.ts';

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
  const stopped = new AbortController();
  app.once('will-quit', () => stopped.abort());
  const fallbackRuntime = isFallbackRuntime(electron);
  return {
    store,
    text,
    fallbackRuntime,
    passwords: new SessionPasswords(),
    scans: scanRunner(
      (status) => window.tell('scan:progress', status),
      (error) => log.error('a scan broke', error),
    ),
    clock: () => new Date(),
    versions: { version: app.getVersion(), electron, chrome },
    dataFolder: paths.data,
    connect: connectImap,
    findSite: (address) => findSite(address, fallbackRuntime ? noResolver : undefined),
    setLanguage: (language) => changeLanguage(text, language, window, paths),
    chooseCa: async () => (window.current ? chooseCa(window.current, text) : null),
    chooseMailFiles: async (kind) =>
      window.current ? chooseMailFiles(window.current, text, kind) : [],
    stopped: stopped.signal,
    saveExport: async (what) =>
      window.current ? saveExport(window.current, text, what) : ok(null),
    gapMinutes: () => readSettings(paths.settings).gapMinutes ?? 60,
    setGap: (gapMinutes) => changeSettings(paths.settings, { gapMinutes }),
    openLink: async (link) => {
      if (window.current) await openLink(window.current, link, text);
    },
  };
}
