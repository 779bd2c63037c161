import { failed, ok } from '../../result.ts';
import { withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { toAccount } from '../views/account.ts';

export function accountHandlers(
  context: Context,
): Pick<Handlers, 'account:list' | 'account:remove'> {
  const { passwords, proxyPasswords, remembered, scans, watches } = context;
  return {
    'account:list': async () => {
      const listed = await withStore(context, (store) =>
        ok(
          store.accounts
            .list()
            .slice(0, 10_000)
            .map((account) => toAccount(account, store, passwords)),
        ),
      );
      return listed.ok ? listed.value : [];
    },
    'account:remove': ({ accountId }) =>
      withStore(context, async ({ accounts }) => {
        await watches.stop(accountId);
        await scans.forget(accountId);
        passwords.forget(accountId);
        proxyPasswords.forget(accountId);
        const account = accounts.get(accountId);
        // An account that is gone from the list could never be forgotten.
        if (account !== null && !remembered.forget(account)) return failed('disk-full');
        accounts.remove(accountId);
        return ok(null);
      }),
  };
}
