import type { Session } from 'electron';
import { isOwnPage } from './page-files.ts';

/** The window needs no camera, no place, no notification, no device, no download and no network. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  // The dictionaries would come from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}

/** The second wall behind the content security policy; developer tools load their own pages. */
function mayLoad(address: string): boolean {
  return isOwnPage(address) || /^(data|devtools|blob):/i.test(address);
}
