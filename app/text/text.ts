import { createInstance, type i18n } from 'i18next';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** One namespace a topic: window, shell (menu, dialogs), problem (by ProblemCode), notice, command. */
export const resources = { en, 'zh-CN': zhCN } as const;

/** One i18next instance for window, menus, reports and command line, ready at once: nothing is loaded. */
export function createText(language: Language): i18n {
  const text = createInstance();
  void text.init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: Object.keys(en),
    defaultNS: 'window',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return text;
}

/** The best language for what a system asks for, such as 'zh_CN.UTF-8' or 'zh-Hans-CN'. */
export function languageFor(locale: string | undefined): Language {
  return /^zh/i.test(locale ?? '') ? 'zh-CN' : 'en';
}
