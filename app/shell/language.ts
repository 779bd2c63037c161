import { app, Menu } from 'electron';
import type { i18n } from 'i18next';
import type { Settings } from '../api/contract.ts';
import { createText, languageFor, type Language } from '../text/text.ts';
import { openLink } from './page/links.ts';
import type { MainWindow } from './window/main-window.ts';
import { menuTemplate } from './menu.ts';
import type { SettingsFile } from './settings/settings.ts';
import type { StartOptions } from './start-options.ts';
import type { UpdateSource } from './updates/update-source.ts';
import { lookForUpdate, updatesFrom } from './updates/updates.ts';

/** As typed for this start, else as chosen before, else the system's. */
export function startLanguage({ language }: StartOptions, settings: Settings): i18n {
  return createText(language ?? spoken(settings));
}

const spoken = ({ language }: Settings): Language =>
  language ?? languageFor(app.getPreferredSystemLanguages()[0]);

/** Menu, dialogs and window speak the language that is chosen, from the moment it is. */
export function followLanguage(settings: SettingsFile, text: i18n, window: MainWindow): void {
  settings.onChange((now, change) => {
    // Not on every change: what was typed for this start holds until somebody chooses.
    if (change.language === undefined) return;
    void text.changeLanguage(spoken(now));
    showMenu(text, window, settings);
    window.tell('language:changed', spoken(now));
  });
}

export function showMenu(text: i18n, window: MainWindow, settings: SettingsFile): void {
  const source = updatesFrom();
  const askForUpdate = async (from: UpdateSource): Promise<void> => {
    if (window.current) await lookForUpdate(window.current, from, text);
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(text, {
        language: settings.current.language,
        setLanguage: (language) => void settings.change({ language }),
        act: (action) => {
          window.show();
          window.tell('menu:chosen', action);
        },
        openLink: (link) => {
          if (window.current) void openLink(window.current, link, text);
        },
        update: source ? () => void askForUpdate(source) : null,
        developer: !app.isPackaged,
      }),
    ),
  );
}
