import { afterTry, mayTry, step } from '../../password/guide/machine.ts';
import type { GuideEvent } from '../../password/guide/events.ts';
import { parseProgress, type Progress, type Try } from '../../password/guide/progress.ts';
import { outcomeOf } from '../../password/guide/refusal.ts';
import { ok, type Result } from '../../result.ts';
import type { RememberProblem } from '../../secrets/remember-states.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Argument, Channel, PasswordState } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { toPasswordState } from '../views/password.ts';
import { credentialsWith, logIn } from '../live-account.ts';

type PasswordChannels = Extract<Channel, `password:${string}`>;
type Answered = Result<PasswordState>;

/** What one question is about, and what it is answered from. */
interface Case {
  readonly context: Context;
  readonly store: Store;
  readonly account: StoredAccount;
}

export function passwordHandlers(context: Context): Pick<Handlers, PasswordChannels> {
  /** Tries under way, so that a double click is one login: several wrong ones lock the account. */
  const tries = new Map<number, Promise<Answered>>();
  const about = (
    accountId: number,
    deed: (given: Case) => RememberProblem | null | Promise<RememberProblem | null>,
  ): Promise<Answered> =>
    withStore(context, async (store) => {
      const account = store.accounts.get(accountId);
      if (account === null) return gone();
      const problem = await deed({ context, store, account });
      return ok(toPasswordState(context, store, account, problem));
    });
  return {
    'password:state': ({ accountId }) => about(accountId, () => null),
    'password:guide': ({ accountId, event }) => about(accountId, (given) => guide(given, event)),
    'password:try': (argument) => {
      const { accountId } = argument;
      const running =
        tries.get(accountId) ??
        about(accountId, (given) => tryOnce(given, argument)).finally(
          () => void tries.delete(accountId),
        );
      tries.set(accountId, running);
      return running;
    },
    'password:checked': ({ accountId, compliant, score }) =>
      about(accountId, ({ store }) => {
        const at = context.clock().getTime();
        store.passwordHistory.addCheck(accountId, { at, compliant, score });
        return null;
      }),
    'password:add-change': ({ accountId, at }) =>
      about(accountId, ({ store }) => {
        // A change that lies ahead would compare with nothing for ever.
        const past = Math.min(at, context.clock().getTime());
        if (!store.passwordHistory.changes(accountId).includes(past))
          store.passwordHistory.addChange(accountId, past);
        return null;
      }),
    'password:remove-change': ({ accountId, at }) =>
      about(accountId, ({ store }) => {
        store.passwordHistory.removeChange(accountId, at);
        return null;
      }),
    'password:rotation': ({ accountId, months }) =>
      about(accountId, ({ store }) => {
        store.passwordGuides.setRotation(accountId, months);
        return null;
      }),
    'password:remember': ({ accountId, on }) => about(accountId, (given) => remember(given, on)),
    'password:copied': (secret) => {
      context.guardClipboard(secret);
      return null;
    },
    'password:open-webmail': ({ site }) => context.openWebmail(site),
  };
}

async function guide(given: Case, event: GuideEvent): Promise<null> {
  const { context, store, account } = given;
  const before = load(given);
  const after = step(before, event, context.clock().getTime());
  const moved = after !== before;
  // The app rests like everything else that knows the old password.
  if (moved && after?.step === 'choose') await rest(given);
  // From now on the old password is a wrong one: nothing here may try it again.
  if (moved && event.type === 'changed') {
    await rest(given);
    context.passwords.retire(account.id);
  }
  if (after === null) store.passwordGuides.remove(account.id);
  else save(given, before, after);
  return null;
}

async function rest({ context, account }: Case): Promise<void> {
  await context.watches.stop(account.id);
  await context.scans.cancel(account.id);
}

/** One login with a password that was just typed, unless the guide says that it would do harm. */
async function tryOnce(
  given: Case,
  { password, remember: wanted }: Argument<'password:try'>,
): Promise<RememberProblem | null> {
  const { context, account } = given;
  const progress = load(given);
  if (progress === null || account.sample || !mayTry(progress, context.clock().getTime()))
    return null;
  const tried = await attempt(given, password);
  // Removed during the login: nothing of it is to come back.
  if (given.store.accounts.get(account.id) === null) return null;
  if (tried.outcome === 'accepted') context.passwords.hold(account.id, password);
  // Whatever was done to the guide during the login is not undone.
  const current = load(given);
  if (current !== null) save(given, current, afterTry(current, tried));
  return tried.outcome === 'accepted' && wanted
    ? context.remembered.remember(account, password)
    : null;
}

async function attempt({ context, store, account }: Case, password: string): Promise<Try> {
  const at = (): number => context.clock().getTime();
  if (context.passwords.isRetired(account.id, password))
    return { at: at(), outcome: 'same-as-before', words: null };
  const connected = await logIn(context, credentialsWith(context, store, account, password));
  if (!connected.ok) {
    const { detail } = connected.problem;
    return { at: at(), outcome: outcomeOf(connected.problem), words: detail };
  }
  await connected.value.close();
  return { at: at(), outcome: 'accepted', words: null };
}

/** Stores the guide, and the change itself once it is proven, both or neither. */
function save({ context, store, account }: Case, before: Progress | null, after: Progress): void {
  if (after === before) return;
  const now = context.clock().getTime();
  store.transaction(() => {
    store.passwordGuides.save(account.id, JSON.stringify(after), now);
    const proven = after.provenAt !== null && (before?.provenAt ?? null) === null;
    if (proven) store.passwordHistory.addChange(account.id, after.changedAt ?? now);
  });
}

function load({ store, account }: Case): Progress | null {
  const stored = store.passwordGuides.load(account.id);
  return stored === null ? null : parseProgress(stored);
}

function remember({ context, account }: Case, on: boolean): RememberProblem | null {
  const { passwords, remembered } = context;
  if (!on) return remembered.forget(account) ? null : 'not-written';
  const password = passwords.of(account.id);
  return password === null || account.sample ? null : remembered.remember(account, password);
}
