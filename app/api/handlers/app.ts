import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

type AppChannels = 'app:info' | 'app:set-language' | 'app:set-gap' | 'link:open';

export function appHandlers(context: Context): Pick<Handlers, AppChannels> {
  const { store, text, versions, fallbackRuntime, dataFolder } = context;
  return {
    'app:info': () => ({
      ...versions,
      fallbackRuntime,
      language: text.language === 'zh-CN' ? 'zh-CN' : 'en',
      gapMinutes: context.gapMinutes(),
      startOn: store.ok && store.value.accounts.list().length > 0 ? 'overview' : 'connect',
      dataFolder,
      storeProblem: store.ok ? null : store.problem,
    }),
    'app:set-language': (language) => {
      context.setLanguage(language);
      return null;
    },
    'app:set-gap': (minutes) => {
      context.setGap(minutes);
      return null;
    },
    'link:open': async ({ link }) => {
      await context.openLink(link);
      return null;
    },
  };
}
