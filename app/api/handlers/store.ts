import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

export function storeHandlers(
  context: Context,
): Pick<Handlers, 'store:reopen' | 'store:start-afresh'> {
  const { database, scans, passwords } = context;
  return {
    'store:reopen': () => database.reopen(),
    'store:start-afresh': async () => {
      await scans.forgetAll();
      const begun = await database.startAfresh();
      // Numbers of accounts begin anew with the file: a password must not pass to another account.
      if (begun.ok) passwords.forgetAll();
      return begun;
    },
  };
}
