import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../app/text/text.ts';
import { client } from './client.ts';

export function useLanguage(): {
  readonly language: Language;
  readonly choose: (language: Language) => void;
} {
  const { i18n } = useTranslation();
  const language = languages.find((each) => each === i18n.language) ?? 'en';
  return {
    language,
    choose: (next) => {
      void i18n.changeLanguage(next);
      // Main's menus and dialogs follow, and the next start remembers it.
      void client.setLanguage(next);
    },
  };
}

/** Follows a change made elsewhere (the menu), and tells the page's language to screen readers. */
export function useLanguageOfPage(): void {
  const { i18n } = useTranslation();
  useEffect(
    () => client.onLanguageChanged((language) => void i18n.changeLanguage(language)),
    [i18n],
  );
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
}
