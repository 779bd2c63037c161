import type { Session } from 'electron';
import { isOwnPage } from './page-files.ts';

/** "Copy for support" writes text to the clipboard. Nothing reads from it. */
const granted = 'clipboard-sanitized-write';

/** The window needs no camera, no place, no notification, no device, no download and no network. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayHave(permission, details.requestingUrl, details.isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayHave(permission, origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  // The dictionaries would come from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}

function mayHave(permission: string, address: string, isMainFrame: boolean): boolean {
  return permission === granted && isMainFrame && isOwnPage(address);
}

/** The second wall behind the content security policy; developer tools load their own pages. */
function mayLoad(address: string): boolean {
  return isOwnPage(address) || /^(data|devtools|blob):/i.test(address);
}
