import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { findPageFile, scheme } from './page-files.ts';

/** Before Electron is ready: makes `sendwell:` a standard and secure scheme, so that it has an origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built window from `root`. */
export function servePages(session: Session, root: string): void {
  session.protocol.handle(scheme, async ({ method, url }) => {
    const found = findPageFile(root, method, url);
    if (found.status !== 200) return new Response(null, { status: found.status });
    const nonce = randomBytes(16).toString('base64');
    const bytes = await readFile(found.path).catch(() => null);
    if (bytes === null) return new Response(null, { status: 404 });
    const html = found.mimeType.startsWith('text/html');
    const body = html ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : bytes;
    return new Response(body, {
      headers: {
        'content-type': found.mimeType,
        'content-security-policy': contentSecurityPolicy(nonce),
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  });
}
