import { sites } from '../../mailbox/sites.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

export function siteHandlers(context: Context): Pick<Handlers, 'site:find' | 'site:list'> {
  return {
    'site:find': ({ address }) => context.findSite(address),
    'site:list': () => [...sites],
  };
}
