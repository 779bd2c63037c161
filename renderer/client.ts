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

/** The window's only way to anything outside it. */
export const client = {
  info: () => read('app:info', window.sendwell.appInfo()),
  setLanguage: (language: Argument<'app:set-language'>) => window.sendwell.setLanguage(language),
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
  notices: (question: Argument<'notice:list'>) =>
    guard(read('notice:list', window.sendwell.listNotices(question))),
  notice: (noticeId: number) => guard(read('notice:get', window.sendwell.getNotice({ noticeId }))),
  openLink: (link: Argument<'link:open'>['link']) => window.sendwell.openLink({ link }),
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
  onScanProgress: (listener: (status: EventBody<'scan:progress'>) => void) =>
    window.sendwell.onScanProgress((status) => {
      listener(events['scan:progress'].parse(status));
    }),
  onLanguageChanged: (listener: (language: EventBody<'language:changed'>) => void) =>
    window.sendwell.onLanguageChanged((language) => {
      listener(events['language:changed'].parse(language));
    }),
} as const;
