import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { startPage } from './page-files.ts';

export interface WindowOptions {
  /** The folder of the built app, which holds preload.cjs. */
  readonly appFolder: string;
  /** Draws without being shown, for the self-test. */
  readonly hidden: boolean;
  readonly onGone: (reason: string) => void;
  readonly onClosed: () => void;
}

/** Chosen to equal the page's own background (renderer/tokens.css), so that nothing flashes. */
const background = { light: '#f4f5f7', dark: '#14181d' } as const;

export function openWindow({ appFolder, hidden, onGone }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Sendwell',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(appFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
    },
  });
  if (!hidden) window.once('ready-to-show', () => window.show());
  reloadWhenGone(window, onGone);
  void window.loadURL(startPage);
  return window;
}

/** A page that crashes again and again would otherwise be reloaded for ever. */
const mostReloads = 3;

function reloadWhenGone(window: BrowserWindow, onGone: (reason: string) => void): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onGone(reason);
    if (reason === 'clean-exit' || reloads >= mostReloads) return;
    reloads += 1;
    window.webContents.reload();
  });
}
