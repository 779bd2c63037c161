import { day } from '../../health/episodes.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { failed, ok, type Result } from '../../result.ts';
import { freshSampleAccount, scanSample } from '../../scan/sample.ts';
import { scan } from '../../scan/scan.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Argument } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import type { ScanWork } from '../scan-runner.ts';

type ScanChannels =
  'scan:connect' | 'scan:sample' | 'scan:again' | 'scan:cancel' | 'scan:status' | 'ca:choose';

type Started = Result<{ accountId: number }>;

/** How far back the window's scans go. */
const scanWindow = 90 * day;

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
export function startSampleOnce(context: Context): void {
  const { store } = context;
  if (!store.ok) return;
  const read = store.value.accounts
    .list()
    .some(({ id, sample }) => sample && store.value.scans.last(id) !== null);
  if (!read) startSample(context, store.value);
}

/** Logs in first: an account that cannot be reached is not stored, and a wrong password is not kept. */
async function connectNew(
  context: Context,
  store: Store,
  { address, password, host, port, useChosenCa }: Argument<'scan:connect'>,
  chosenCa: string | null,
): Promise<Started> {
  const { passwords, scans } = context;
  const known = store.accounts
    .list()
    .find((each) => each.address === address.toLowerCase() && each.host === host.toLowerCase());
  if (known && scans.isRunning(known.id)) return ok({ accountId: known.id });
  const ca = useChosenCa ? chosenCa : (known?.ca ?? null);
  const connected = await login(context, { address, password, host, port, ca });
  if (!connected.ok) return connected;
  const account = store.accounts.save({ address, host, port, sample: false, ca });
  passwords.hold(account.id, password);
  const started = scans.start(account.id, liveScan(context, store, account, connected.value));
  if (!started) await connected.value.close();
  return ok({ accountId: account.id });
}

/** Answers once the login is through, so that a refused one can ask for the password again. */
function connectAgain(context: Context, store: Store, accountId: number): Promise<Started> {
  const { passwords, scans } = context;
  const account = store.accounts.get(accountId);
  const password = passwords.of(accountId);
  if (account === null) return Promise.resolve(gone());
  if (password === null) return Promise.resolve(failed('login-refused', account.host));
  return new Promise((answer) => {
    const started = scans.start(accountId, async (signal, onProgress) => {
      const connected = await login(context, { ...account, password }, signal);
      // A refused password is never tried a second time.
      if (!connected.ok && connected.problem.code === 'login-refused') passwords.forget(accountId);
      answer(connected.ok ? ok({ accountId }) : connected);
      return connected.ok
        ? liveScan(context, store, account, connected.value)(signal, onProgress)
        : connected;
    });
    if (!started) answer(ok({ accountId }));
  });
}

export function login(
  { connect, fallbackRuntime }: Context,
  account: { address: string; password: string; host: string; port: number; ca: string | null },
  signal?: AbortSignal,
): Promise<Result<Mailbox>> {
  const { address, password, host, port, ca } = account;
  return connect({
    host,
    port,
    user: address,
    password,
    ...(ca === null ? {} : { ca }),
    ...(signal ? { signal } : {}),
    // An Electron past its support meets no server but this machine's own.
    loopbackOnly: fallbackRuntime,
  });
}

const liveScan =
  ({ clock }: Context, store: Store, account: StoredAccount, mailbox: Mailbox): ScanWork =>
  async (signal, onProgress) => {
    // A server that has stopped answering must not hold up the person who cancels.
    const leave = (): void => void mailbox.close();
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await scan({
        ...{ mailbox, store, account, signal, clock, onProgress },
        since: new Date(clock().getTime() - scanWindow),
        folders: [],
      });
    } finally {
      signal.removeEventListener('abort', leave);
      await mailbox.close();
    }
  };
