import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { startPage } from './page-files.ts';
import { groundColour } from './theme.ts';

export interface WindowOptions {
  /** The folder of the built app, which holds preload.cjs. */
  readonly appFolder: string;
  /** Draws without being shown, for the self-test. */
  readonly hidden: boolean;
  readonly onGone: (reason: string) => void;
  readonly onClosed: () => void;
}

export function openWindow({ appFolder, hidden, onGone }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Sendwell',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: groundColour(),
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
