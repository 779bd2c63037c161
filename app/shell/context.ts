import { app } from 'electron';
import type { i18n } from 'i18next';
import { giveUpDamaged, type Context } from '../api/context.ts';
import { scanRunner } from '../api/scan-runner.ts';
import { findSite } from '../mailbox/find-site.ts';
import { connectImap } from '../mailbox/imap/connect.ts';
import { SessionPasswords } from '../secrets/session-passwords.ts';
import type { StoreKeeper } from '../store/keeper.ts';
import { chooseCa } from './choose-ca.ts';
import { changeLanguage } from './language.ts';
import { openLink } from './links.ts';
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
  database: StoreKeeper;
  text: i18n;
  window: MainWindow;
  paths: Paths;
  log: Log;
}): Context {
  const { database, text, window, paths, log } = parts;
  const { electron = '', chrome = '' } = process.versions as Partial<Record<string, string>>;
  const fallbackRuntime = isFallbackRuntime(electron);
  const context: Context = {
    database,
    get store() {
      return database.current;
    },
    text,
    fallbackRuntime,
    passwords: new SessionPasswords(),
    scans: scanRunner(
      (status) => {
        window.tell('scan:progress', status);
        // A scan met the damage: what it had read before is in the same file.
        if (status.problem) giveUpDamaged(context, status.problem);
      },
      (error) => log.error('a scan broke', error),
    ),
    clock: () => new Date(),
    versions: { version: app.getVersion(), electron, chrome },
    dataFolder: paths.data,
    connect: connectImap,
    findSite: (address) => findSite(address, fallbackRuntime ? noResolver : undefined),
    setLanguage: (language) => changeLanguage(text, language, window, paths),
    chooseCa: async () => (window.current ? chooseCa(window.current, text) : null),
    openLink: async (link) => {
      if (window.current) await openLink(window.current, link, text);
    },
  };
  return context;
}
