import * as electron from 'electron';
import type { IpcRendererEvent } from 'electron';
import { grantedPaths } from './api/granted-paths.ts';
import type { Answer, Argument, Bridge, Channel, EventBody, EventName } from './api/contract.ts';

const { contextBridge, ipcRenderer } = electron;

const ask = <C extends Channel>(channel: C, argument: Argument<C>): Promise<Answer<C>> =>
  ipcRenderer.invoke(channel, argument) as Promise<Answer<C>>;

/** The listener sees the message alone: the event would hand it the sender. */
function listen<E extends EventName>(name: E, listener: (body: EventBody<E>) => void): () => void {
  const receive = (_event: IpcRendererEvent, body: EventBody<E>): void => listener(body);
  ipcRenderer.on(name, receive);
  return () => void ipcRenderer.removeListener(name, receive);
}

const granted = grantedPaths(electron);

const bridge: Bridge = {
  appInfo: () => ask('app:info', undefined),
  licences: () => ask('app:licences', undefined),
  showLog: () => ask('app:show-log', undefined),
  diagnostics: () => ask('app:diagnostics', undefined),
  zoom: (step) => ask('app:zoom', step),
  takeOpenedFiles: async () => granted.grant(await ask('files:take', undefined)),
  settings: () => ask('settings:get', undefined),
  changeSettings: (change) => ask('settings:change', change),
  settingsTrouble: () => ask('settings:trouble', undefined),
  abilities: () => ask('settings:abilities', undefined),
  dataUsage: () => ask('data:usage', undefined),
  showDataFolder: () => ask('data:show-folder', undefined),
  exportData: () => ask('data:export', undefined),
  deleteData: (argument) => ask('data:delete', argument),
  listAccounts: () => ask('account:list', undefined),
  removeAccount: (argument) => ask('account:remove', argument),
  findSite: (argument) => ask('site:find', argument),
  listSites: () => ask('site:list', undefined),
  connect: (argument) => ask('scan:connect', argument),
  scanSample: () => ask('scan:sample', undefined),
  scanAgain: (argument) => ask('scan:again', argument),
  cancelScan: (argument) => ask('scan:cancel', argument),
  scanStatus: (argument) => ask('scan:status', argument),
  chooseCa: () => ask('ca:choose', undefined),
  overview: (argument) => ask('overview:get', argument),
  chart: (argument) => ask('overview:chart', argument),
  getEpisode: (argument) => ask('episode:get', argument),
  supportBundle: (argument) => ask('support:bundle', argument),
  explainText: (argument) => ask('explain:text', argument),
  explainFiles: async (argument) => ask('explain:files', granted.only(argument)),
  chooseMailFiles: async (argument) => granted.grant(await ask('explain:choose', argument)),
  importFiles: async (argument) => ask('import:files', granted.only(argument)),
  pathsOf: (files) => granted.pathsOf(files),
  saveExport: (argument) => ask('export:save', argument),
  listNotices: (argument) => ask('notice:list', argument),
  saveNotice: (argument) => ask('notice:save', argument),
  getNotice: (argument) => ask('notice:get', argument),
  listAudit: () => ask('audit:list', undefined),
  scanAll: (argument) => ask('audit:scan', argument),
  cancelAudit: () => ask('audit:cancel', undefined),
  auditStatus: () => ask('audit:status', undefined),
  auditReport: (argument) => ask('audit:report', argument),
  takeEpisode: () => ask('episode:take', undefined),
  openLink: (argument) => ask('link:open', argument),
  reopenStore: () => ask('store:reopen', undefined),
  startAfresh: () => ask('store:start-afresh', undefined),
  reading: (argument) => ask('reading:get', argument),
  setReading: (argument) => ask('reading:set', argument),
  setWatch: (argument) => ask('watch:set', argument),
  listWatches: () => ask('watch:list', undefined),
  onConnectSteps: (listener) => listen('connect:steps', listener),
  onWatchChanged: (listener) => listen('watch:changed', listener),
  passwordState: (argument) => ask('password:state', argument),
  passwordGuide: (argument) => ask('password:guide', argument),
  tryPassword: (argument) => ask('password:try', argument),
  passwordChecked: (argument) => ask('password:checked', argument),
  addPasswordChange: (argument) => ask('password:add-change', argument),
  removePasswordChange: (argument) => ask('password:remove-change', argument),
  setPasswordRotation: (argument) => ask('password:rotation', argument),
  rememberPassword: (argument) => ask('password:remember', argument),
  passwordCopied: (argument) => ask('password:copied', argument),
  openWebmail: (argument) => ask('password:open-webmail', argument),
  onScanProgress: (listener) => listen('scan:progress', listener),
  onAuditProgress: (listener) => listen('audit:progress', listener),
  onEpisodeOpen: (listener) => listen('episode:open', listener),
  onFilesOpened: (listener) => listen('files:opened', (paths) => listener(granted.grant(paths))),
  onMenuChosen: (listener) => listen('menu:chosen', listener),
  onLanguageChanged: (listener) => listen('language:changed', listener),
  onSettingsChanged: (listener) => listen('settings:changed', listener),
  onStoreChanged: (listener) => listen('store:changed', listener),
};

// A preload runs in whatever page the window shows: a foreign one gets nothing. Main's gate checks again.
if (location.protocol === 'sendwell:' && location.host === 'app')
  contextBridge.exposeInMainWorld('sendwell', bridge);
