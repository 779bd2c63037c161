import { sites } from '../../mailbox/sites.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

type AppChannels = 'app:info' | 'app:set-language' | 'link:open';

export function appHandlers(context: Context): Pick<Handlers, AppChannels> {
  const { store, text, versions, fallbackRuntime, dataFolder } = context;
  return {
    'app:info': () => ({
      ...versions,
      fallbackRuntime,
      language: text.language === 'zh-CN' ? 'zh-CN' : 'en',
      startOn: store.ok && store.value.accounts.list().length > 0 ? 'overview' : 'connect',
      dataFolder,
      storeProblem: store.ok ? null : store.problem,
    }),
    'app:set-language': (language) => {
      context.setLanguage(language);
      return null;
    },
    'link:open': async ({ link, accountId, siteId }) => {
      const account =
        store.ok && accountId !== undefined ? store.value.accounts.get(accountId) : null;
      const site = account
        ? sites.find(({ host }) => host === account.host)
        : sites.find(({ id }) => id === siteId);
      await context.openLink(link, site?.webmail ?? null);
      return null;
    },
  };
}
