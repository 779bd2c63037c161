import { release } from 'node:os';
import { diagnostics } from '../../report/diagnostics.ts';
import { ok } from '../../result.ts';
import { withStore, type Context } from '../context.ts';
import { channels } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { logTail } from '../log-tail.ts';

export function helpHandlers(
  context: Context,
): Pick<Handlers, 'app:show-log' | 'app:diagnostics' | 'app:zoom'> {
  return {
    'app:show-log': () => {
      context.showLog();
      return null;
    },
    'app:diagnostics': async () =>
      diagnostics({
        ...context.versions,
        node: process.versions.node,
        platform: process.platform,
        arch: process.arch,
        release: release(),
        fallbackRuntime: context.fallbackRuntime,
        language: context.text.language,
        settings: context.settings.current,
        counts: await counts(context),
        keyring: context.remembered.problem,
        log: await logTail(context.dataFolder),
        channels: Object.keys(channels),
      }),
    'app:zoom': (step) => {
      context.zoom(step);
      return null;
    },
  };
}

/** How much there is, never of whom. */
async function counts(context: Context) {
  const counted = await withStore(context, (store) => {
    const accounts = store.accounts.list();
    return ok({
      accounts: accounts.filter(({ sample }) => !sample).length,
      samples: accounts.filter(({ sample }) => sample).length,
      notices: accounts.reduce((sum, { id }) => sum + store.notices.count(id, null), 0),
      read: accounts.filter(({ id }) => store.scans.last(id) !== null).length,
      watched: accounts.filter(({ id }) => context.watches.isOn(id)).length,
    });
  });
  return counted.ok ? counted.value : counted.problem.code;
}
