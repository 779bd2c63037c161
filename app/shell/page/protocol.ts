import { protocol, type Session } from 'electron';
import { scheme } from './page-files.ts';
import { pageResponse } from './page-response.ts';

/** Before Electron is ready: makes `sendwell:` a standard and secure scheme, so that it has an origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built window from `root`. */
export function servePages(session: Session, root: string): void {
  session.protocol.handle(scheme, ({ method, url }) => pageResponse(root, method, url));
}
