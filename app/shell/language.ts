import { app, Menu } from 'electron';
import type { i18n } from 'i18next';
import { createText, languageFor, type Language } from '../text/text.ts';
import { openLink } from './links.ts';
import type { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import type { Paths } from './paths.ts';
import { changeSettings, readSettings } from './settings.ts';
import type { StartOptions } from './start-options.ts';
import type { UpdateSource } from './updater.ts';
import { lookForUpdate, updatesFrom } from './updates.ts';

/** `--lang`, else what was chosen before, else the system's. */
export function startLanguage({ language }: StartOptions, paths: Paths): i18n {
  const chosen = language ?? readSettings(paths.settings).language;
  return createText(chosen ?? languageFor(app.getPreferredSystemLanguages()[0]));
}

/** Changes window, menu and dialogs at once, and remembers the choice. */
export function changeLanguage(
  text: i18n,
  language: Language,
  window: MainWindow,
  paths: Paths,
): void {
  void text.changeLanguage(language);
  changeSettings(paths.settings, { language });
  showMenu(text, window, paths);
  window.tell('language:changed', language);
}

export function showMenu(text: i18n, window: MainWindow, paths: Paths): void {
  const source = updatesFrom();
  const askForUpdate = async (from: UpdateSource): Promise<void> => {
    if (window.current) await lookForUpdate(window.current, from, text);
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(text, {
        act: (action) => {
          window.show();
          window.tell('menu:chosen', action);
        },
        setLanguage: (language) => changeLanguage(text, language, window, paths),
        openLink: (link) => {
          if (window.current) void openLink(window.current, link, text);
        },
        update: source ? () => void askForUpdate(source) : null,
        developer: !app.isPackaged,
      }),
    ),
  );
}
