import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { startPage } from '../page/page-files.ts';
import type { WindowMemory } from './window-memory.ts';
import { zoomed, type ZoomStep } from './zoom.ts';

/** How a new window comes up; 'undrawn' is for the self-test, which only looks at its pixels. */
export type Appearance = 'shown' | 'minimised' | 'undrawn';
import { groundColour } from './theme.ts';

export interface WindowOptions {
  /** The folder of the built app, which holds preload.cjs. */
  readonly appFolder: string;
  readonly memory: WindowMemory;
  readonly onGone: (reason: string) => void;
  readonly onClosed: () => void;
  /** Before it closes; `preventDefault` keeps it. */
  readonly onClose: (event: { preventDefault(): void }, window: BrowserWindow) => void;
}

export function openWindow(options: WindowOptions, appearance: Appearance): BrowserWindow {
  const { appFolder, memory, onGone, onClose } = options;
  const place = memory.place(screen.getAllDisplays());
  const window = new BrowserWindow({
    title: 'Sendwell',
    width: 1280,
    height: 800,
    ...place?.bounds,
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
      zoomFactor: memory.zoom,
    },
  });
  window.once('ready-to-show', () => {
    if (appearance === 'undrawn') return;
    // Both show the window by themselves.
    if (appearance === 'minimised') window.minimize();
    else if (place?.maximised) window.maximize();
    else window.show();
  });
  window.on('close', (event) => onClose(event, window));
  rememberPlace(window, memory);
  rememberZoom(window, memory);
  reloadWhenGone(window, onGone);
  void window.loadURL(startPage);
  return window;
}

function rememberPlace(window: BrowserWindow, memory: WindowMemory): void {
  const note = (): void => {
    // Neither is a place of its own: the window comes back as it was before.
    if (window.isMinimized() || window.isFullScreen() || !window.isVisible()) return;
    const place = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    memory.note(screen.getAllDisplays(), place);
  };
  window.on('resize', note);
  window.on('move', note);
  window.on('maximize', note);
  window.on('unmaximize', note);
  window.on('closed', () => memory.save());
}

/** Chromium keeps a zoom of its own for each page it knows; ours is the one that holds. */
function rememberZoom(window: BrowserWindow, memory: WindowMemory): void {
  const { webContents } = window;
  webContents.on('did-finish-load', () => webContents.setZoomFactor(memory.zoom));
  webContents.on('zoom-changed', (_event, direction) => zoomWindow(window, memory, direction));
}

export function zoomWindow(window: BrowserWindow, memory: WindowMemory, step: ZoomStep): void {
  memory.zoom = zoomed(memory.zoom, step);
  window.webContents.setZoomFactor(memory.zoom);
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
