import { join } from 'node:path';
import {
  Menu,
  nativeImage,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage,
} from 'electron';
import type { TrayState } from '../../text/tray-words.ts';
import { hasTrayHost } from './tray-host.ts';

export interface TrayContent {
  readonly state: TrayState;
  readonly tooltip: string;
  readonly menu: readonly MenuItemConstructorOptions[];
}

/** Whether a tray icon of ours would be seen here. Windows and macOS always have a place for it. */
export const trayIsSeen = (): Promise<boolean> =>
  process.platform === 'linux'
    ? hasTrayHost(process.env, process.getuid?.() ?? 0)
    : Promise.resolve(true);

/** The icon in the system's tray; made when there is something to show, and only where somebody shows it. */
export class TrayIcon {
  readonly #folder: string;
  readonly #onClick: () => void;
  #tray: Tray | null = null;
  /** What it shows: a menu that is set anew closes under the person's hand. */
  #shown = '';

  constructor(appFolder: string, onClick: () => void) {
    this.#folder = join(appFolder, 'tray');
    this.#onClick = onClick;
  }

  get isThere(): boolean {
    return this.#tray !== null;
  }

  show({ state, tooltip, menu }: TrayContent): void {
    const shown = JSON.stringify([state, tooltip, menu]);
    if (this.#tray !== null && shown === this.#shown) return;
    this.#shown = shown;
    const tray = this.#tray ?? this.#make(state);
    tray.setImage(this.#image(state));
    tray.setToolTip(tooltip);
    tray.setContextMenu(Menu.buildFromTemplate([...menu]));
  }

  remove(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  #make(state: TrayState): Tray {
    const tray = new Tray(this.#image(state));
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', () => this.#onClick());
    this.#tray = tray;
    return tray;
  }

  #image(state: TrayState): NativeImage {
    // A template takes the menu bar's colour. Linux panels scale one picture: they get a large one.
    const name = { darwin: `${state}Template.png`, linux: `${state}@2x.png` }[
      process.platform as string
    ];
    return nativeImage.createFromPath(join(this.#folder, name ?? `${state}.png`));
  }
}
