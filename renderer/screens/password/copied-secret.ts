import type { Argument } from '../../../app/api/contract.ts';

/** What main is told of a copied password: enough to know it again on the clipboard, and not the password. */
export async function digestOf(secret: string): Promise<Argument<'password:copied'>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', salt, hmac, false, ['sign']);
  const digest = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(secret));
  return { salt: hex(salt), digest: hex(new Uint8Array(digest)) };
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
