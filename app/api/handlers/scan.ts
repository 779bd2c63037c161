import type { Mailbox } from '../../mailbox/mailbox.ts';
import { parseProxy, proxySetting } from '../../mailbox/proxy.ts';
import { failed, ok, type Result } from '../../result.ts';
import { freshSampleAccount, scanSample } from '../../scan/sample.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Argument, ProxyChoice } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { logIn, logInAgain, scanAsChosen } from '../live-account.ts';
import { toSteps } from '../views/steps.ts';
import type { ScanWork } from '../scan-runner.ts';

type ScanChannels =
  'scan:connect' | 'scan:sample' | 'scan:again' | 'scan:cancel' | 'scan:status' | 'ca:choose';

type Started = Result<{ accountId: number }>;

export function scanHandlers(context: Context): Pick<Handlers, ScanChannels> {
  const { scans } = context;
  /** The authority that the person chose for the next connection. The window knows its name only. */
  let chosenCa: string | null = null;
  /** Logins under way, so that a double click is one attempt: Alibaba locks an account after a few wrong ones. */
  const logins = new Map<string, Promise<Started>>();
  return {
    'ca:choose': async () => {
      const chosen = await context.chooseCa();
      if (chosen !== null) chosenCa = chosen.pem;
      return chosen?.name ?? null;
    },
    'scan:connect': (argument) => {
      const key = `${argument.address.toLowerCase()} ${argument.host.toLowerCase()}`;
      const login =
        logins.get(key) ??
        withStore(context, (store) => connectNew(context, store, argument, chosenCa)).finally(
          () => void logins.delete(key),
        );
      logins.set(key, login);
      return login;
    },
    'scan:sample': () => withStore(context, (store) => startSample(context, store)),
    'scan:again': ({ accountId }) =>
      withStore(context, (store) => connectAgain(context, store, accountId)),
    'scan:cancel': async ({ accountId }) => {
      await scans.cancel(accountId);
      return null;
    },
    'scan:status': ({ accountId }) => scans.status(accountId),
  };
}

/** Starts the sample's scan; a running one is the one that was asked for. */
export function startSample({ scans, clock }: Context, store: Store): Started {
  const before = store.accounts.list().find(({ sample }) => sample);
  if (before && scans.isRunning(before.id)) return ok({ accountId: before.id });
  const account = freshSampleAccount(store);
  scans.start(account.id, (signal, onProgress) =>
    scanSample({ store, account, signal, clock, onProgress }),
  );
  return ok({ accountId: account.id });
}

/** For `--sample`: the first start reads it, a later one shows what was read then. */
export async function startSampleOnce(context: Context): Promise<void> {
  await withStore(context, (store) => {
    const read = store.accounts
      .list()
      .some(({ id, sample }) => sample && store.scans.last(id) !== null);
    if (!read) startSample(context, store);
    return ok(null);
  });
}

/** Logs in first: an account that cannot be reached is not stored, and a wrong password is not kept. */
async function connectNew(
  context: Context,
  store: Store,
  argument: Argument<'scan:connect'>,
  chosenCa: string | null,
): Promise<Started> {
  const { passwords, proxyPasswords, scans, watches } = context;
  const { address, password, host, port, days } = argument;
  const known = store.accounts
    .list()
    .find((each) => each.address === address.toLowerCase() && each.host === host.toLowerCase());
  if (known && scans.isRunning(known.id)) return ok({ accountId: known.id });
  const before = known
    ? { proxy: store.settings.of(known.id).proxy, password: proxyPasswords.of(known.id) }
    : { proxy: 'system', password: null };
  const proxy = argument.proxy ? chosenProxy(argument.proxy, before) : ok(before);
  if (!proxy.ok) return proxy;
  // One connection per account: the watch comes back when the scan is done.
  const watching = known !== undefined && watches.isOn(known.id);
  if (watching) await watches.stop(known.id);
  const ca = argument.useChosenCa ? chosenCa : (known?.ca ?? null);
  const connected = await logIn(
    context,
    {
      ...{ address, password, host, port, ca },
      proxy: proxy.value.proxy,
      proxyPassword: proxy.value.password,
    },
    {
      onStep: (steps) => context.tellSteps({ address, host, steps: toSteps(steps) }),
      checkInbox: true,
    },
  );
  // A watch that was on stays off: it would try the former password right after this one was refused.
  if (!connected.ok) return connected;
  const account = store.accounts.save({ address, host, port, sample: false, ca });
  store.settings.change(account.id, {
    proxy: proxy.value.proxy,
    ...(days === undefined ? {} : { days }),
  });
  passwords.hold(account.id, password);
  if (proxy.value.password === null) proxyPasswords.forget(account.id);
  else proxyPasswords.hold(account.id, proxy.value.password);
  const started = scans.start(account.id, liveScan(context, store, account, connected.value));
  if (!started) await connected.value.close();
  if (watching) watches.start(account.id);
  return ok({ accountId: account.id });
}

/** What the person chose, to be stored; a password that is left empty is the one from before. */
function chosenProxy(
  { use, url, user, password }: ProxyChoice,
  before: { readonly password: string | null },
): Result<{ proxy: string; password: string | null }> {
  if (use !== 'manual') return ok({ proxy: use, password: null });
  const parsed = parseProxy(url);
  if (!parsed.ok) return parsed;
  const proxy = proxySetting({ ...parsed.value, user: user === '' ? parsed.value.user : user });
  const given = password === '' ? parsed.value.password : password;
  return ok({ proxy, password: given ?? before.password });
}

/** Answers once the login is through, so that a refused one can ask for the password again. */
export function connectAgain(context: Context, store: Store, accountId: number): Promise<Started> {
  const { passwords, scans, watches } = context;
  const account = store.accounts.get(accountId);
  if (account === null) return Promise.resolve(gone());
  if (watches.isOn(accountId)) {
    // The watch holds the account's one connection, and reads over it.
    watches.lookNow(accountId);
    return Promise.resolve(ok({ accountId }));
  }
  if (!passwords.has(accountId)) return Promise.resolve(failed('login-refused', account.host));
  return new Promise((answer) => {
    const started = scans.start(accountId, async (signal, onProgress) => {
      const connected = await logInAgain(context, store, account, signal);
      answer(connected.ok ? ok({ accountId }) : connected);
      return connected.ok
        ? liveScan(context, store, account, connected.value)(signal, onProgress)
        : connected;
    });
    if (!started) answer(ok({ accountId }));
  });
}

const liveScan =
  (context: Context, store: Store, account: StoredAccount, mailbox: Mailbox): ScanWork =>
  (signal, onProgress) => {
    const reconnect = () => logInAgain(context, store, account, signal);
    return scanAsChosen(context, store, account, { mailbox, reconnect }, signal, onProgress);
  };
