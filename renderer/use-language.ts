import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../app/text/text.ts';
import { client } from './client.ts';
import { useChange } from './use-change.ts';
import { useSettings } from './use-settings.ts';

export function useLanguage(): {
  /** What is spoken now. */
  readonly language: Language;
  /** What was chosen: null, the system's; undefined until main has answered. */
  readonly chosen: Language | null | undefined;
  readonly choose: (language: Language | null) => void;
} {
  const { i18n } = useTranslation();
  const settings = useSettings();
  const change = useChange();
  return {
    language: languages.find((each) => each === i18n.language) ?? 'en',
    chosen: settings?.language,
    // Main changes its menus and dialogs, remembers it, and tells the window, which follows like for any change.
    choose: (language) => {
      change({ language });
    },
  };
}

/** Follows a change wherever it was made, and tells the page's language to screen readers. */
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
