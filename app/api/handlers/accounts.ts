import { failed, ok } from '../../result.ts';
import { withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { toAccount } from '../views/account.ts';

export function accountHandlers(
  context: Context,
): Pick<Handlers, 'account:list' | 'account:remove'> {
  const { store, passwords, remembered, scans } = context;
  return {
    'account:list': () =>
      store.ok
        ? store.value.accounts
            .list()
            .slice(0, 10_000)
            .map((account) => toAccount(account, store.value, passwords))
        : [],
    'account:remove': ({ accountId }) =>
      withStore(context, async ({ accounts }) => {
        await scans.forget(accountId);
        passwords.forget(accountId);
        const account = accounts.get(accountId);
        // An account that is gone from the list could never be forgotten.
        if (account !== null && !remembered.forget(account)) return failed('disk-full');
        accounts.remove(accountId);
        return ok(null);
      }),
  };
}
