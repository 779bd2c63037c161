import { Notification } from 'electron';
import type { Abilities } from '../api/contract.ts';
import { trayIsSeen } from './tray/tray.ts';

/** What this system, or this way of starting the app, cannot do. Asked each time: a panel may come up later. */
export async function abilities(isInstalled: boolean): Promise<Abilities> {
  return {
    closeToTray: (await trayIsSeen()) ? null : 'no-tray',
    startAtLogin: isInstalled ? null : 'not-installed',
    notify: Notification.isSupported() ? null : 'no-notifications',
  };
}
