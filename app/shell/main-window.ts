import type { BrowserWindow } from 'electron';
import type { EventBody, EventName } from '../api/contract.ts';
import { openWindow, type WindowOptions } from './window.ts';

/** The one window, made again when it was closed; knows which page is ours and speaks to it. */
export class MainWindow {
  #window: BrowserWindow | null = null;
  readonly #options: WindowOptions;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    if (this.#window === null) {
      const window = openWindow(this.#options);
      window.on('closed', () => {
        this.#window = null;
        this.#options.onClosed();
      });
      this.#window = window;
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  isKnown(webContentsId: number): boolean {
    const window = this.#window;
    return window !== null && !window.isDestroyed() && window.webContents.id === webContentsId;
  }

  tell<E extends EventName>(event: E, body: EventBody<E>): void {
    if (this.#window === null || this.#window.isDestroyed()) return;
    this.#window.webContents.send(event, body);
  }
}
