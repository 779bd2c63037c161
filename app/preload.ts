import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Answer, Argument, Bridge, Channel, EventBody, EventName } from './api/contract.ts';

const ask = <C extends Channel>(channel: C, argument: Argument<C>): Promise<Answer<C>> =>
  ipcRenderer.invoke(channel, argument) as Promise<Answer<C>>;

/** The listener sees the message alone: the event would hand it the sender. */
function listen<E extends EventName>(name: E, listener: (body: EventBody<E>) => void): () => void {
  const receive = (_event: IpcRendererEvent, body: EventBody<E>): void => listener(body);
  ipcRenderer.on(name, receive);
  return () => void ipcRenderer.removeListener(name, receive);
}

const bridge: Bridge = {
  appInfo: () => ask('app:info', undefined),
  setLanguage: (language) => ask('app:set-language', language),
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
  explainFiles: (argument) => ask('explain:files', argument),
  chooseMailFiles: (argument) => ask('explain:choose', argument),
  importFiles: (argument) => ask('import:files', argument),
  listNotices: (argument) => ask('notice:list', argument),
  getNotice: (argument) => ask('notice:get', argument),
  openLink: (argument) => ask('link:open', argument),
  reopenStore: () => ask('store:reopen', undefined),
  startAfresh: () => ask('store:start-afresh', undefined),
  reading: (argument) => ask('reading:get', argument),
  setReading: (argument) => ask('reading:set', argument),
  setWatch: (argument) => ask('watch:set', argument),
  listWatches: () => ask('watch:list', undefined),
  onConnectSteps: (listener) => listen('connect:steps', listener),
  onWatchChanged: (listener) => listen('watch:changed', listener),
  onScanProgress: (listener) => listen('scan:progress', listener),
  onLanguageChanged: (listener) => listen('language:changed', listener),
  onStoreChanged: (listener) => listen('store:changed', listener),
};

// A preload runs in whatever page the window shows: a foreign one gets nothing. Main's gate checks again.
if (location.protocol === 'sendwell:' && location.host === 'app')
  contextBridge.exposeInMainWorld('sendwell', bridge);
