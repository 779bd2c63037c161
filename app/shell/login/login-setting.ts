import type { Context } from '../../api/context.ts';
import type { Settings } from '../../api/contract.ts';
import type { LoginItem } from './login-item.ts';

/**
 * Keeps the setting and the system's list the same. A change here is written there; what a person changed there, since
 * the app ran last, is what the setting says at the start.
 * @param item null where this app is none that could be started at login
 * @param say tells why it was not set up
 */
export function loginSetting(
  item: LoginItem | null,
  settings: Pick<Context['settings'], 'current' | 'change'>,
  say: (why: 'checkout' | 'failed') => void,
): (changed: Settings) => void {
  if (item !== null) {
    item.refresh();
    const startAtLogin = item.isOn();
    if (settings.current.startAtLogin !== startAtLogin) settings.change({ startAtLogin });
  }
  let before = settings.current.startAtLogin;
  return ({ startAtLogin }) => {
    if (startAtLogin === before) return;
    before = startAtLogin;
    const done = item === null ? !startAtLogin : item.set(startAtLogin);
    if (done) return;
    // The setting must not say what is not so. Afterwards, since this very change is still being answered.
    setTimeout(() => {
      before = !startAtLogin;
      settings.change({ startAtLogin: !startAtLogin });
      say(item === null ? 'checkout' : 'failed');
    }, 0);
  };
}
