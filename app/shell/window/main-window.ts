import type { BrowserWindow } from 'electron';
import type { EventBody, EventName } from '../../api/contract.ts';
import { openWindow, zoomWindow, type Appearance, type WindowOptions } from './window.ts';
import type { ZoomStep } from './zoom.ts';

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

  /** Opens the window, or brings it to the front from wherever it is. */
  show(): void {
    if (this.#window === null) {
      this.open('shown');
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  open(appearance: Appearance): void {
    if (this.#window !== null) return;
    const window = openWindow(this.#options, appearance);
    window.on('closed', () => {
      this.#window = null;
      this.#options.onClosed();
    });
    this.#window = window;
  }

  zoom(step: ZoomStep): void {
    if (this.#window !== null) zoomWindow(this.#window, this.#options.memory, step);
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
