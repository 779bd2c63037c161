import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What `npm run build` makes; it runs without node_modules. */
export const dist = join(root, 'dist');

/** This checkout's own scratch folder; `npm ci` clears it together with node_modules. */
export const checkoutCache = join(root, 'node_modules', '.cache', 'sendwell');

/** Where downloads are kept for every checkout of this person. */
export function userCache(env: NodeJS.ProcessEnv = process.env): string {
  const base = env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'sendwell');
}
