import { ok } from '../../result.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

export function watchHandlers({
  watches,
  takeEpisode,
}: Context): Pick<Handlers, 'watch:set' | 'watch:list' | 'episode:take'> {
  return {
    'watch:set': async ({ accountId, on }) => {
      if (on) return watches.start(accountId);
      await watches.stop(accountId);
      return ok(watches.status(accountId));
    },
    'watch:list': () => [...watches.list()],
    'episode:take': () => takeEpisode(),
  };
}
