import { sites } from '../../mailbox/sites.ts';
import { ok } from '../../result.ts';
import { withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

type AppChannels = 'app:info' | 'app:licences' | 'files:take' | 'link:open';

export function appHandlers(context: Context): Pick<Handlers, AppChannels> {
  const { text, versions, fallbackRuntime, dataFolder } = context;
  return {
    'app:info': async () => {
      const accounts = await withStore(context, (store) => ok(store.accounts.list().length));
      return {
        ...versions,
        fallbackRuntime,
        language: text.language === 'zh-CN' ? 'zh-CN' : 'en',
        gapMinutes: context.settings.current.gapMinutes,
        startOn: accounts.ok && accounts.value > 0 ? 'overview' : 'connect',
        dataFolder,
        storeProblem: accounts.ok ? null : accounts.problem,
      };
    },
    'app:licences': () => context.licences(),
    'files:take': () => context.takeOpenedFiles(),
    'link:open': async ({ link, accountId, siteId }) => {
      const { store } = context;
      const account =
        store.ok && accountId !== undefined ? store.value.accounts.get(accountId) : null;
      const site = account
        ? sites.find(({ host }) => host === account.host)
        : sites.find(({ id }) => id === siteId);
      if (link === 'alibaba-webmail' && site) await context.openWebmail(site.id);
      else await context.openLink(link);
      return null;
    },
  };
}
