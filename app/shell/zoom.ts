import type { BrowserWindow } from 'electron';

/** Chromium's steps: each is a fifth larger. From half the size to three times it. */
const least = -3;
const most = 6;

/** One step larger or smaller, or back to the actual size. */
export function zoom(window: BrowserWindow | null, step: 'in' | 'out' | 'reset'): void {
  if (window === null) return;
  const { webContents } = window;
  const level = webContents.getZoomLevel();
  const wanted = step === 'reset' ? 0 : step === 'in' ? level + 1 : level - 1;
  webContents.setZoomLevel(Math.min(most, Math.max(least, wanted)));
}
