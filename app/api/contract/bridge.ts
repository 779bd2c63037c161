import type { Answer, Argument, EventBody } from './channels.ts';
import type { ScanStatus } from './scan.ts';
import type { WatchStatus } from './watch.ts';

/** What the preload puts on `window.sendwell`: one function for each use. */
export interface Bridge {
  appInfo(): Promise<Answer<'app:info'>>;
  licences(): Promise<Answer<'app:licences'>>;
  showLog(): Promise<Answer<'app:show-log'>>;
  diagnostics(): Promise<Answer<'app:diagnostics'>>;
  zoom(step: Argument<'app:zoom'>): Promise<Answer<'app:zoom'>>;
  takeOpenedFiles(): Promise<Answer<'files:take'>>;
  settings(): Promise<Answer<'settings:get'>>;
  changeSettings(change: Argument<'settings:change'>): Promise<Answer<'settings:change'>>;
  settingsTrouble(): Promise<Answer<'settings:trouble'>>;
  abilities(): Promise<Answer<'settings:abilities'>>;
  dataUsage(): Promise<Answer<'data:usage'>>;
  showDataFolder(): Promise<null>;
  exportData(): Promise<Answer<'data:export'>>;
  deleteData(argument: Argument<'data:delete'>): Promise<Answer<'data:delete'>>;
  listAccounts(): Promise<Answer<'account:list'>>;
  removeAccount(argument: Argument<'account:remove'>): Promise<Answer<'account:remove'>>;
  findSite(argument: Argument<'site:find'>): Promise<Answer<'site:find'>>;
  listSites(): Promise<Answer<'site:list'>>;
  connect(argument: Argument<'scan:connect'>): Promise<Answer<'scan:connect'>>;
  scanSample(): Promise<Answer<'scan:sample'>>;
  scanAgain(argument: Argument<'scan:again'>): Promise<Answer<'scan:again'>>;
  cancelScan(argument: Argument<'scan:cancel'>): Promise<null>;
  scanStatus(argument: Argument<'scan:status'>): Promise<Answer<'scan:status'>>;
  chooseCa(): Promise<Answer<'ca:choose'>>;
  overview(argument: Argument<'overview:get'>): Promise<Answer<'overview:get'>>;
  chart(argument: Argument<'overview:chart'>): Promise<Answer<'overview:chart'>>;
  getEpisode(argument: Argument<'episode:get'>): Promise<Answer<'episode:get'>>;
  supportBundle(argument: Argument<'support:bundle'>): Promise<Answer<'support:bundle'>>;
  explainText(argument: Argument<'explain:text'>): Promise<Answer<'explain:text'>>;
  explainFiles(argument: Argument<'explain:files'>): Promise<Answer<'explain:files'>>;
  chooseMailFiles(argument: Argument<'explain:choose'>): Promise<Answer<'explain:choose'>>;
  importFiles(argument: Argument<'import:files'>): Promise<Answer<'import:files'>>;
  listNotices(argument: Argument<'notice:list'>): Promise<Answer<'notice:list'>>;
  saveExport(argument: Argument<'export:save'>): Promise<Answer<'export:save'>>;
  /** Where files that were dropped on the window lie. Only these, and those chosen in a dialog, are read. */
  pathsOf(files: readonly File[]): string[];
  saveNotice(argument: Argument<'notice:save'>): Promise<Answer<'notice:save'>>;
  getNotice(argument: Argument<'notice:get'>): Promise<Answer<'notice:get'>>;
  listAudit(): Promise<Answer<'audit:list'>>;
  scanAll(argument: Argument<'audit:scan'>): Promise<null>;
  cancelAudit(): Promise<null>;
  auditStatus(): Promise<Answer<'audit:status'>>;
  auditReport(argument: Argument<'audit:report'>): Promise<Answer<'audit:report'>>;
  takeEpisode(): Promise<Answer<'episode:take'>>;
  openLink(argument: Argument<'link:open'>): Promise<null>;
  reopenStore(): Promise<Answer<'store:reopen'>>;
  startAfresh(): Promise<Answer<'store:start-afresh'>>;
  reading(argument: Argument<'reading:get'>): Promise<Answer<'reading:get'>>;
  setReading(argument: Argument<'reading:set'>): Promise<Answer<'reading:set'>>;
  setWatch(argument: Argument<'watch:set'>): Promise<Answer<'watch:set'>>;
  listWatches(): Promise<Answer<'watch:list'>>;
  passwordState(argument: Argument<'password:state'>): Promise<Answer<'password:state'>>;
  passwordGuide(argument: Argument<'password:guide'>): Promise<Answer<'password:guide'>>;
  tryPassword(argument: Argument<'password:try'>): Promise<Answer<'password:try'>>;
  passwordChecked(argument: Argument<'password:checked'>): Promise<Answer<'password:checked'>>;
  addPasswordChange(
    argument: Argument<'password:add-change'>,
  ): Promise<Answer<'password:add-change'>>;
  removePasswordChange(
    argument: Argument<'password:remove-change'>,
  ): Promise<Answer<'password:remove-change'>>;
  setPasswordRotation(
    argument: Argument<'password:rotation'>,
  ): Promise<Answer<'password:rotation'>>;
  rememberPassword(argument: Argument<'password:remember'>): Promise<Answer<'password:remember'>>;
  passwordCopied(argument: Argument<'password:copied'>): Promise<null>;
  openWebmail(
    argument: Argument<'password:open-webmail'>,
  ): Promise<Answer<'password:open-webmail'>>;
  /** Each returns a function that stops listening. */
  onScanProgress(listener: (status: ScanStatus) => void): () => void;
  onConnectSteps(listener: (body: EventBody<'connect:steps'>) => void): () => void;
  onWatchChanged(listener: (status: WatchStatus) => void): () => void;
  onAuditProgress(listener: (status: EventBody<'audit:progress'>) => void): () => void;
  onEpisodeOpen(listener: (link: EventBody<'episode:open'>) => void): () => void;
  onFilesOpened(listener: (paths: EventBody<'files:opened'>) => void): () => void;
  onMenuChosen(listener: (action: EventBody<'menu:chosen'>) => void): () => void;
  onLanguageChanged(listener: (language: EventBody<'language:changed'>) => void): () => void;
  onSettingsChanged(listener: (settings: EventBody<'settings:changed'>) => void): () => void;
  onStoreChanged(listener: (problem: EventBody<'store:changed'>) => void): () => void;
}
