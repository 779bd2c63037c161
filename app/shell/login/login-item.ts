import { resolve } from 'node:path';
import type { App } from 'electron';
import { autostartFile, followMove, isAutostarted, setAutostart } from './autostart.ts';

/** The option by which the app knows that the system started it, not a person. */
export const atLoginOption = '--at-login';

/** What starts this app: an AppImage and a portable program unpack themselves elsewhere each time. */
export function ownCommand(env: NodeJS.ProcessEnv, executable: string, data?: string): string[] {
  const program = env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? executable;
  return [program, atLoginOption, ...(data === undefined ? [] : ['--data', resolve(data)])];
}

/** macOS starts a login item without arguments and says so itself. */
export const wasStartedAtLogin = (app: App, atLogin: boolean): boolean =>
  atLogin || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

export interface LoginItem {
  /** What the system does now: a person may have changed it there. */
  isOn(): boolean;
  /** @returns whether the system took it */
  set(on: boolean): boolean;
  /** At the start: an entry of ours that names an older path of this program is corrected. */
  refresh(): void;
}

/** The system's list of what starts at login. */
export function loginItem(app: App, command: readonly string[]): LoginItem {
  return process.platform === 'linux' ? ofDesktop(command) : ofSystem(app, command);
}

function ofDesktop(command: readonly string[]): LoginItem {
  const file = autostartFile(process.env);
  const done = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch {
      return false;
    }
  };
  return {
    isOn: () => isAutostarted(file, command),
    set: (on) => done(() => setAutostart(file, on, command)),
    refresh: () => void done(() => followMove(file, command)),
  };
}

/** Windows looks an item up by its program and arguments; macOS knows neither and has one item an app. */
function ofSystem(app: App, [path = '', ...args]: readonly string[]): LoginItem {
  const item = process.platform === 'win32' ? { path, args } : {};
  const isOn = (): boolean => app.getLoginItemSettings(item).openAtLogin;
  return {
    isOn,
    set(on) {
      app.setLoginItemSettings({ ...item, openAtLogin: on });
      return isOn() === on;
    },
    refresh: () => undefined,
  };
}
