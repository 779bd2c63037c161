import { extname, resolve, sep } from 'node:path';

/** Pages come from `sendwell://app/…`; nothing else is served and nothing else may speak to main. */
export const scheme = 'sendwell';
export const host = 'app';
export const startPage = `${scheme}://${host}/index.html`;

/**
 * Whether an address is one of our own pages. Node gives every custom scheme the origin 'null', so scheme and
 * host are compared as parsed, which no look-alike such as `sendwell://app.example.com` passes.
 */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address);
    return (
      url.protocol === `${scheme}:` &&
      url.host === host &&
      url.username === '' &&
      url.password === ''
    );
  } catch {
    return false;
  }
}

/** What the build makes. A file of any other kind is not served, even if it lies in the folder. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type PageFile =
  | { readonly status: 200; readonly path: string; readonly mimeType: string }
  | { readonly status: 400 | 404 | 405 };

/**
 * The file behind an address of ours, which lies in `root` whatever the address says: encoded separators and
 * `..` are resolved first, then compared (path traversal).
 */
export function findPageFile(root: string, method: string, address: string): PageFile {
  if (method !== 'GET') return { status: 405 };
  if (!isOwnPage(address)) return { status: 404 };
  const pathname = decode(new URL(address).pathname);
  if (pathname === null) return { status: 400 };
  const folder = resolve(root);
  const path = resolve(folder, `.${pathname === '/' ? '/index.html' : pathname}`);
  if (!path.startsWith(folder + sep)) return { status: 404 };
  const mimeType = mimeTypes[extname(path)];
  return mimeType === undefined ? { status: 404 } : { status: 200, path, mimeType };
}

/** Null for broken escapes, NUL and backslashes: no file of ours has them, and Windows takes `\` for `/`. */
function decode(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return /[\0\\]/.test(decoded) || !decoded.startsWith('/') ? null : decoded;
  } catch {
    return null;
  }
}
