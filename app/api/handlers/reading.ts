import { ok } from '../../result.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { clip } from '../views/clip.ts';

export function readingHandlers(context: Context): Pick<Handlers, 'reading:get' | 'reading:set'> {
  return {
    'reading:get': ({ accountId }) =>
      withStore(context, ({ settings }) => {
        const { days, folders } = settings.of(accountId);
        const listed = settings
          .listed(accountId)
          .slice(0, 10_000)
          .map(({ path, role }) => ({ path: clip(path, 1000), role }));
        return ok({ days, folders: folders === null ? null : [...folders], listed });
      }),
    'reading:set': ({ accountId, ...choice }) =>
      withStore(context, ({ accounts, settings }) => {
        if (accounts.get(accountId) === null) return gone();
        settings.change(accountId, choice);
        return ok(null);
      }),
  };
}
