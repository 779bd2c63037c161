import { Notification } from 'electron';
import type { Abilities } from '../api/contract.ts';

/** What this system cannot do, as far as it can be asked. An entry in the login's autostart can be made everywhere. */
export const abilities = (): Abilities => ({
  closeToTray: null,
  startAtLogin: null,
  notify: Notification.isSupported() ? null : 'no-notifications',
});
