import { ok } from '../../result.ts';
import { withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

type DataChannels = 'data:usage' | 'data:show-folder' | 'data:export' | 'data:delete';

export function dataHandlers(context: Context): Pick<Handlers, DataChannels> {
  const { data, dataFolder } = context;
  return {
    'data:usage': () => ok({ folder: dataFolder, bytes: data.bytes() }),
    'data:show-folder': () => {
      data.showFolder();
      return null;
    },
    'data:export': () => withStore(context, (store) => data.export(store)),
    'data:delete': async () => {
      await data.deleteEverything();
      return ok(null);
    },
  };
}
