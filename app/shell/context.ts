import { join } from 'node:path';
import { app, clipboard, safeStorage, session, shell } from 'electron';
import type { i18n } from 'i18next';
import { giveUpDamaged, type Context } from '../api/context.ts';
import { auditRunner } from '../api/audit-runner.ts';
import { redactionKey } from '../audit/redaction-key.ts';
import { redactor } from '../report/audit/redact.ts';
import { chooseReportFolder } from './dialogs/choose-report-folder.ts';
import { printToFile } from './print-pdf.ts';
import { scanRunner } from '../api/scan-runner.ts';
import { findSite } from '../mailbox/find-site.ts';
import { accountWatches } from '../api/watches.ts';
import { logFile } from '../api/log-tail.ts';
import { connectImap } from '../mailbox/imap/connect.ts';
import { proxyFromPac } from '../mailbox/proxy.ts';
import { ok } from '../result.ts';
import { recallOf } from '../secrets/recall.ts';
import { RememberedPasswords } from '../secrets/remembered-passwords.ts';
import { SessionPasswords } from '../secrets/session-passwords.ts';
import type { StoreKeeper } from '../store/keeper.ts';
import type { WatchStatus } from '../api/contract.ts';
import type { LookListener } from '../api/watches.ts';
import { chooseCa } from './dialogs/choose-ca.ts';
import { chooseMailFiles } from './dialogs/choose-mail-files.ts';
import type { ClickedEpisode } from './clicked-episode.ts';
import { clipboardGuard } from './clipboard-guard.ts';
import { dataBytes } from './data/data-files.ts';
import { deleteEverything } from './data/delete-everything.ts';
import { exportData } from './data/save-data.ts';
import { openLink, openWebmail } from './page/links.ts';
import type { Log } from './log.ts';
import type { MainWindow } from './window/main-window.ts';
import { readLicences } from './licences.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { Paths } from './paths.ts';
import { isFallbackRuntime } from './runtime.ts';
import { saveExport } from './dialogs/save-export.ts';
import type { SettingsFile } from './settings/settings.ts';

/** No question to the DNS: for a runtime past its support, which asks nobody but this machine. */
const noResolver = {
  resolveMx: () => Promise.resolve([]),
  resolveTxt: () => Promise.resolve([]),
};

/** What goes on behind the window and follows what happens here. */
export interface Followers {
  readonly looks: LookListener;
  watchChanged(status: WatchStatus): void;
}

/** Everything that the handlers work with, from the real world. */
export function realContext(parts: {
  database: StoreKeeper;
  text: i18n;
  settings: SettingsFile;
  window: MainWindow;
  paths: Paths;
  log: Log;
  files: OpenedFiles;
  clicked: ClickedEpisode;
  /** Asked each time: it is made of the context. */
  followers: () => Followers;
  abilities: Context['abilities'];
}): Context {
  const { database, text, settings, window, paths, log, files, clicked } = parts;
  const { abilities, followers } = parts;
  const { electron = '', chrome = '' } = process.versions as Partial<Record<string, string>>;
  const stopped = new AbortController();
  app.once('will-quit', () => stopped.abort());
  const fallbackRuntime = isFallbackRuntime(electron);
  const clock = (): Date => new Date();
  const remembered = new RememberedPasswords(
    join(paths.data, 'passwords.json'),
    safeStorage,
    clock,
  );
  const copied = clipboardGuard(clipboard);
  const accounts = () => (database.current.ok ? database.current.value.accounts : null);
  const reach = {
    // Asked each time: the database can be closed as damaged and opened again while the app runs.
    get store() {
      return database.current;
    },
    text,
    fallbackRuntime,
    passwords: new SessionPasswords(recallOf(accounts, remembered)),
    proxyPasswords: new SessionPasswords(),
    remembered,
    scans: scanRunner(
      (status) => {
        window.tell('scan:progress', status);
        // A scan met the damage: what it had read before is in the same file.
        if (status.problem) giveUpDamaged(context, status.problem);
        if (status.phase === 'failed' && status.problem)
          log.warn('a scan ended with', status.problem.code);
      },
      (error) => log.error('a scan broke', error),
    ),
    clock,
    connect: connectImap,
    systemProxy: async (host: string, port: number) => {
      // Chromium's answer to what the system is set to, auto-configuration included; nothing is sent to the host.
      const way = await session.defaultSession.resolveProxy(`https://${host}:${port}/`);
      return proxyFromPac(way);
    },
  };
  const context: Context = {
    ...reach,
    database,
    get store() {
      return database.current;
    },
    watches: accountWatches(
      reach,
      (status) => {
        window.tell('watch:changed', status);
        followers().watchChanged(status);
      },
      (error) => log.error('a watch broke', error),
      {
        beforeLook: (accountId) => followers().looks.beforeLook(accountId),
        afterLook: (accountId) => followers().looks.afterLook(accountId),
      },
    ),
    versions: { version: app.getVersion(), electron, chrome },
    dataFolder: paths.data,
    tellSteps: (body) => window.tell('connect:steps', body),
    findSite: (address) => findSite(address, fallbackRuntime ? noResolver : undefined),
    chooseCa: async () => (window.current ? chooseCa(window.current, text) : null),
    chooseMailFiles: async (kind) =>
      window.current ? chooseMailFiles(window.current, text, kind) : [],
    takeEpisode: () => clicked.take(),
    takeOpenedFiles: () => files.take(),
    licences: () => readLicences(paths.app),
    stopped: stopped.signal,
    saveExport: async (what) =>
      window.current ? saveExport(window.current, text, what) : ok(null),
    settings,
    abilities,
    data: {
      bytes: () => dataBytes(paths.data),
      // Not opened: a folder that was named as data folder could be a program's bundle.
      showFolder: () => shell.showItemInFolder(paths.database),
      export: async (store) =>
        window.current
          ? exportData(window.current, {
              ...{ folder: paths.data, store, settings: settings.current, text },
              now: clock(),
            })
          : ok(null),
      deleteEverything: () =>
        deleteEverything({
          ...{ context, text },
          closeDatabase: () => database.close(),
          window: () => window.current,
        }),
    },
    audits: auditRunner((status) => window.tell('audit:progress', status)),
    chooseReportFolder: async () =>
      window.current ? chooseReportFolder(window.current, text) : null,
    printPdf: async (page, pdf, { language }) => {
      await printToFile(page, pdf, language);
      return true;
    },
    redactor: () => redactor(redactionKey(paths.data, process.env)),
    showLog: () => shell.showItemInFolder(logFile(paths.data)),
    zoom: (step) => window.zoom(step),
    openLink: async (link) => {
      if (window.current) await openLink(window.current, link, text);
    },
    openWebmail: async (site) =>
      window.current ? openWebmail(window.current, site, text) : 'declined',
    guardClipboard: (secret) => copied.guard(secret),
    clearClipboard: () => copied.clearNow(),
  };
  return context;
}
