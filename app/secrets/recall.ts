import type { Accounts } from '../store/accounts.ts';
import type { RememberedPasswords } from './remembered-passwords.ts';
import type { Recall } from './session-passwords.ts';

/** Lets the session's passwords fall back on the remembered ones, which know accounts by name. */
export function recallOf(accounts: Accounts, remembered: RememberedPasswords): Recall {
  return {
    read(accountId) {
      const account = accounts.get(accountId);
      return account === null ? null : remembered.read(account);
    },
    refuse(accountId) {
      const account = accounts.get(accountId);
      if (account !== null) remembered.markRefused(account);
    },
  };
}
