import './zod-without-eval.ts';
import { channels, events } from '../app/api/contract.ts';
import type { Answer, Argument, Bridge, Channel, EventBody } from '../app/api/contract.ts';
import { failed, type Result } from '../app/result.ts';

declare global {
  interface Window {
    readonly sendwell: Bridge;
  }
}

/** Reads main's answer once, at the edge; what does not fit the contract is a bug and throws. */
async function read<C extends Channel>(channel: C, answer: Promise<unknown>): Promise<Answer<C>> {
  return channels[channel].result.parse(await answer) as Answer<C>;
}

/** A bug on the way becomes a problem like any other, so that no screen waits for ever. */
async function guard<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer;
  } catch (error) {
    return failed('internal', null, error instanceof Error ? error.message : null);
  }
}

/** Whose webmail a link opens. */
export type Whose = Pick<Argument<'link:open'>, 'accountId' | 'siteId'>;

/** The window's only way to anything outside it. */
export const client = {
  info: () => read('app:info', window.sendwell.appInfo()),
  licences: () => read('app:licences', window.sendwell.licences()),
  showLog: () => read('app:show-log', window.sendwell.showLog()),
  diagnostics: () => read('app:diagnostics', window.sendwell.diagnostics()),
  zoom: (step: Argument<'app:zoom'>) => read('app:zoom', window.sendwell.zoom(step)),
  openedFiles: () => read('files:take', window.sendwell.takeOpenedFiles()),
  accounts: () => read('account:list', window.sendwell.listAccounts()),
  removeAccount: (accountId: number) =>
    guard(read('account:remove', window.sendwell.removeAccount({ accountId }))),
  findSite: (address: string) => read('site:find', window.sendwell.findSite({ address })),
  sites: () => read('site:list', window.sendwell.listSites()),
  connect: (form: Argument<'scan:connect'>) =>
    guard(read('scan:connect', window.sendwell.connect(form))),
  scanSample: () => guard(read('scan:sample', window.sendwell.scanSample())),
  scanAgain: (accountId: number) =>
    guard(read('scan:again', window.sendwell.scanAgain({ accountId }))),
  cancelScan: (accountId: number) => window.sendwell.cancelScan({ accountId }),
  scanStatus: (accountId: number) => read('scan:status', window.sendwell.scanStatus({ accountId })),
  chooseCa: () => read('ca:choose', window.sendwell.chooseCa()),
  overview: (question: Argument<'overview:get'>) =>
    guard(read('overview:get', window.sendwell.overview(question))),
  chart: (question: Argument<'overview:chart'>) =>
    guard(read('overview:chart', window.sendwell.chart(question))),
  episode: (question: Argument<'episode:get'>) =>
    guard(read('episode:get', window.sendwell.getEpisode(question))),
  supportBundle: (question: Argument<'support:bundle'>) =>
    guard(read('support:bundle', window.sendwell.supportBundle(question))),
  explainText: (text: string) => guard(read('explain:text', window.sendwell.explainText({ text }))),
  explainFiles: (paths: readonly string[]) =>
    guard(read('explain:files', window.sendwell.explainFiles({ paths: [...paths] }))),
  chooseMailFiles: (kind: 'files' | 'folder') =>
    read('explain:choose', window.sendwell.chooseMailFiles({ kind })),
  importFiles: (accountId: number, paths: readonly string[]) =>
    guard(read('import:files', window.sendwell.importFiles({ accountId, paths: [...paths] }))),
  pathsOf: (files: readonly File[]) => window.sendwell.pathsOf(files),
  saveExport: (what: Argument<'export:save'>) =>
    guard(read('export:save', window.sendwell.saveExport(what))),
  settings: () => read('settings:get', window.sendwell.settings()),
  changeSettings: (change: Argument<'settings:change'>) =>
    guard(read('settings:change', window.sendwell.changeSettings(change))),
  settingsTrouble: () => read('settings:trouble', window.sendwell.settingsTrouble()),
  abilities: () => read('settings:abilities', window.sendwell.abilities()),
  dataUsage: () => guard(read('data:usage', window.sendwell.dataUsage())),
  showDataFolder: () => window.sendwell.showDataFolder(),
  exportData: () => guard(read('data:export', window.sendwell.exportData())),
  deleteData: () =>
    guard(read('data:delete', window.sendwell.deleteData({ really: 'delete everything' }))),
  notices: (question: Argument<'notice:list'>) =>
    guard(read('notice:list', window.sendwell.listNotices(question))),
  notice: (noticeId: number) => guard(read('notice:get', window.sendwell.getNotice({ noticeId }))),
  saveNotice: (noticeId: number) =>
    guard(read('notice:save', window.sendwell.saveNotice({ noticeId }))),
  reopenStore: () => guard(read('store:reopen', window.sendwell.reopenStore())),
  startAfresh: () => guard(read('store:start-afresh', window.sendwell.startAfresh())),
  onStoreChanged: (listener: (problem: EventBody<'store:changed'>) => void) =>
    window.sendwell.onStoreChanged((problem) => {
      listener(events['store:changed'].parse(problem));
    }),
  clickedEpisode: () => read('episode:take', window.sendwell.takeEpisode()),
  onEpisodeOpen: (listener: (link: EventBody<'episode:open'>) => void) =>
    window.sendwell.onEpisodeOpen((link) => {
      listener(events['episode:open'].parse(link));
    }),
  /** Webmail opens on the site of the account or site that is named. */
  openLink: (link: Argument<'link:open'>['link'], whose: Whose = {}) =>
    window.sendwell.openLink({ link, ...whose }),
  reading: (accountId: number) =>
    guard(read('reading:get', window.sendwell.reading({ accountId }))),
  setReading: (choice: Argument<'reading:set'>) =>
    guard(read('reading:set', window.sendwell.setReading(choice))),
  setWatch: (accountId: number, on: boolean) =>
    guard(read('watch:set', window.sendwell.setWatch({ accountId, on }))),
  watches: () => read('watch:list', window.sendwell.listWatches()),
  onConnectSteps: (listener: (body: EventBody<'connect:steps'>) => void) =>
    window.sendwell.onConnectSteps((body) => {
      listener(events['connect:steps'].parse(body));
    }),
  onWatchChanged: (listener: (status: EventBody<'watch:changed'>) => void) =>
    window.sendwell.onWatchChanged((status) => {
      listener(events['watch:changed'].parse(status));
    }),
  passwordState: (accountId: number) =>
    guard(read('password:state', window.sendwell.passwordState({ accountId }))),
  passwordGuide: (argument: Argument<'password:guide'>) =>
    guard(read('password:guide', window.sendwell.passwordGuide(argument))),
  tryPassword: (argument: Argument<'password:try'>) =>
    guard(read('password:try', window.sendwell.tryPassword(argument))),
  passwordChecked: (argument: Argument<'password:checked'>) =>
    guard(read('password:checked', window.sendwell.passwordChecked(argument))),
  addPasswordChange: (argument: Argument<'password:add-change'>) =>
    guard(read('password:add-change', window.sendwell.addPasswordChange(argument))),
  removePasswordChange: (argument: Argument<'password:remove-change'>) =>
    guard(read('password:remove-change', window.sendwell.removePasswordChange(argument))),
  setPasswordRotation: (argument: Argument<'password:rotation'>) =>
    guard(read('password:rotation', window.sendwell.setPasswordRotation(argument))),
  rememberPassword: (argument: Argument<'password:remember'>) =>
    guard(read('password:remember', window.sendwell.rememberPassword(argument))),
  passwordCopied: (argument: Argument<'password:copied'>) =>
    window.sendwell.passwordCopied(argument),
  openWebmail: (site: Argument<'password:open-webmail'>['site']) =>
    read('password:open-webmail', window.sendwell.openWebmail({ site })),
  audit: () => guard(read('audit:list', window.sendwell.listAudit())),
  scanAll: (question: Argument<'audit:scan'>) => window.sendwell.scanAll(question),
  cancelAudit: () => window.sendwell.cancelAudit(),
  auditStatus: () => read('audit:status', window.sendwell.auditStatus()),
  auditReport: (question: Argument<'audit:report'>) =>
    guard(read('audit:report', window.sendwell.auditReport(question))),
  onScanProgress: (listener: (status: EventBody<'scan:progress'>) => void) =>
    window.sendwell.onScanProgress((status) => {
      listener(events['scan:progress'].parse(status));
    }),
  onAuditProgress: (listener: (status: EventBody<'audit:progress'>) => void) =>
    window.sendwell.onAuditProgress((status) => {
      listener(events['audit:progress'].parse(status));
    }),
  onFilesOpened: (listener: (paths: EventBody<'files:opened'>) => void) =>
    window.sendwell.onFilesOpened((paths) => {
      listener(events['files:opened'].parse(paths));
    }),
  onSettingsChanged: (listener: (settings: EventBody<'settings:changed'>) => void) =>
    window.sendwell.onSettingsChanged((settings) => {
      listener(events['settings:changed'].parse(settings));
    }),
  onMenuChosen: (listener: (action: EventBody<'menu:chosen'>) => void) =>
    window.sendwell.onMenuChosen((action) => {
      listener(events['menu:chosen'].parse(action));
    }),
  onLanguageChanged: (listener: (language: EventBody<'language:changed'>) => void) =>
    window.sendwell.onLanguageChanged((language) => {
      listener(events['language:changed'].parse(language));
    }),
} as const;
