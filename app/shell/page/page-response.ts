import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { findPageFile } from './page-files.ts';

/** What the window gets for an address: the file below `root` with the headers that bind its page, or nothing. */
export async function pageResponse(
  root: string,
  method: string,
  address: string,
): Promise<Response> {
  const found = findPageFile(root, method, address);
  if (found.status !== 200) return new Response(null, { status: found.status });
  const nonce = randomBytes(16).toString('base64');
  const bytes = await readFile(found.path).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  const html = found.mimeType.startsWith('text/html');
  const body = html
    ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
    : new Uint8Array(bytes);
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
}
