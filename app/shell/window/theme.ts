import { nativeTheme } from 'electron';
import type { MainWindow } from './main-window.ts';
import type { SettingsFile } from '../settings/settings.ts';

/** Chosen to equal the page's own background (renderer/tokens.css), so that nothing flashes. */
const ground = { light: '#f4f5f7', dark: '#14181d' } as const;

/** What a window shows before its page, and where the page has not been drawn yet. */
export const groundColour = (): string =>
  nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;

/**
 * Light, dark or the system's. The page asks Chromium (prefers-color-scheme), which asks here: so before a window
 * opens it is known, and a change, of the choice or of the system, is followed by page, menus and frame alike.
 */
export function followTheme(settings: SettingsFile, window: MainWindow): void {
  nativeTheme.themeSource = settings.current.theme;
  settings.onChange(({ theme }) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
  });
  nativeTheme.on('updated', () => window.current?.setBackgroundColor(groundColour()));
}
