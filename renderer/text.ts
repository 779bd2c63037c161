import { type BackendModule, createInstance, type i18n } from 'i18next';
import type { Language } from '../app/text/text.ts';

/** A language is loaded when it is first shown: most people see one of them only. */
const load = {
  en: async () => (await import('../app/text/en/index.ts')).en,
  'zh-CN': async () => (await import('../app/text/zh-CN/index.ts')).zhCN,
} satisfies Readonly<Record<Language, () => Promise<object>>>;

/** Asked by i18next for what it has not got, which is when the language is switched. */
const backend: BackendModule = {
  type: 'backend',
  init() {
    // There is nothing to set up.
  },
  read(language, namespace, done) {
    load[language as Language]().then(
      (all) => {
        done(null, all[namespace as keyof typeof all]);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : String(error), null);
      },
    );
  },
};

/** The window's texts in one language; the other one follows with `changeLanguage`. */
export async function loadText(language: Language): Promise<i18n> {
  const texts = await load[language]();
  const text = createInstance();
  await text.use(backend).init({
    lng: language,
    // No other language stands in: a test holds that each has all keys.
    fallbackLng: false,
    supportedLngs: Object.keys(load),
    resources: { [language]: texts },
    partialBundledLanguages: true,
    ns: Object.keys(texts),
    defaultNS: 'window',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return text;
}
