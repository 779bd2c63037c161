import { day } from '../health/episodes.ts';
import type { StepListener } from '../mailbox/imap/steps.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { parseProxy, type Proxy } from '../mailbox/proxy.ts';
import { failed, ok, type Result } from '../result.ts';
import { scan, type Reconnect, type ScanOutcome, type ScanProgress } from '../scan/scan.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';

export type Reach = Pick<Context, 'connect' | 'systemProxy' | 'fallbackRuntime'>;

export interface Credentials {
  readonly address: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
  readonly ca: string | null;
  /** 'system', 'direct', or a URL without its password. */
  readonly proxy: string;
  readonly proxyPassword: string | null;
}

/** One connection with one login attempt. */
export async function logIn(
  { connect, systemProxy, fallbackRuntime }: Reach,
  credentials: Credentials,
  options: {
    readonly signal?: AbortSignal;
    readonly onStep?: StepListener;
    readonly checkInbox?: boolean;
  } = {},
): Promise<Result<Mailbox>> {
  const { address, password, host, port, ca } = credentials;
  const proxy = await proxyOf(credentials, (h, p) =>
    // An Electron past its support asks nobody about anything but this machine.
    fallbackRuntime ? Promise.resolve(null) : systemProxy(h, p),
  );
  if (!proxy.ok) return proxy;
  return connect({
    host,
    port,
    user: address,
    password,
    ...(ca === null ? {} : { ca }),
    ...(proxy.value === null ? {} : { proxy: proxy.value }),
    ...options,
    loopbackOnly: fallbackRuntime,
  });
}

async function proxyOf(
  { proxy, proxyPassword, host, port }: Credentials,
  systemProxy: Context['systemProxy'],
): Promise<Result<Proxy | null>> {
  if (proxy === 'direct') return ok(null);
  if (proxy === 'system') return ok(await systemProxy(host, port));
  const parsed = parseProxy(proxy);
  return parsed.ok ? ok({ ...parsed.value, password: proxyPassword }) : parsed;
}

/** The credentials of a known account; null when this session holds no password for it. */
export function credentialsOf(
  { passwords, proxyPasswords }: Pick<Context, 'passwords' | 'proxyPasswords'>,
  store: Store,
  account: StoredAccount,
): Credentials | null {
  const password = passwords.of(account.id);
  return password === null ? null : credentialsWith({ proxyPasswords }, store, account, password);
}

/** The same with a password that was just typed. */
export function credentialsWith(
  { proxyPasswords }: Pick<Context, 'proxyPasswords'>,
  store: Store,
  account: StoredAccount,
  password: string,
): Credentials {
  const { proxy } = store.settings.of(account.id);
  return { ...account, password, proxy, proxyPassword: proxyPasswords.of(account.id) };
}

/**
 * With the password that this session holds. Refused now, it is forgotten: a refused password is never tried a
 * second time.
 */
export async function logInAgain(
  context: Reach & Pick<Context, 'passwords' | 'proxyPasswords'>,
  store: Store,
  account: StoredAccount,
  signal: AbortSignal,
): Promise<Result<Mailbox>> {
  const credentials = credentialsOf(context, store, account);
  if (credentials === null) return failed('login-refused', account.host);
  const connected = await logIn(context, credentials, { signal });
  if (!connected.ok && connected.problem.code === 'login-refused')
    context.passwords.forget(account.id);
  return connected;
}

/** An open mailbox, and how to open it again where the scan may do so. */
export interface OpenMailbox {
  readonly mailbox: Mailbox;
  readonly reconnect: Reconnect | null;
}

/** Reads what the account's owner chose: so far back, these folders. */
export function scanAsChosen(
  { clock }: Pick<Context, 'clock'>,
  store: Store,
  account: StoredAccount,
  open: OpenMailbox,
  signal: AbortSignal,
  onProgress: (progress: ScanProgress) => void,
): Promise<Result<ScanOutcome>> {
  const { days, folders } = store.settings.of(account.id);
  return scan({
    ...open,
    ...{ store, account, signal, clock, onProgress },
    since: days === null ? null : new Date(clock().getTime() - days * day),
    folders: folders ?? [],
  });
}
