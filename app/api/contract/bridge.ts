import type { Answer, Argument, EventBody } from './channels.ts';
import type { ScanStatus } from './scan.ts';

/** What the preload puts on `window.sendwell`: one function for each use. */
export interface Bridge {
  appInfo(): Promise<Answer<'app:info'>>;
  setLanguage(language: Argument<'app:set-language'>): Promise<null>;
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
  listNotices(argument: Argument<'notice:list'>): Promise<Answer<'notice:list'>>;
  getNotice(argument: Argument<'notice:get'>): Promise<Answer<'notice:get'>>;
  openLink(argument: Argument<'link:open'>): Promise<null>;
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
  onLanguageChanged(listener: (language: EventBody<'language:changed'>) => void): () => void;
}
