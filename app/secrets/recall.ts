import type { Accounts } from '../store/accounts.ts';
import type { RememberedPasswords } from './remembered-passwords.ts';
import type { Recall } from './session-passwords.ts';

/** Lets the session's passwords fall back on the remembered ones, which know accounts by name. */
export function recallOf(
  /** Null while the database cannot be read. */
  accounts: () => Accounts | null,
  remembered: RememberedPasswords,
): Recall {
  return {
    read(accountId) {
      const account = accounts()?.get(accountId) ?? null;
      return account === null ? null : remembered.read(account);
    },
    refuse(accountId) {
      const account = accounts()?.get(accountId) ?? null;
      if (account !== null) remembered.markRefused(account);
    },
  };
}
