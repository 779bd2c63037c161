import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { rootCertificates, type ConnectionOptions } from 'node:tls';
import { ImapFlow } from 'imapflow';
import { failed, ok, type Problem, type Result } from '../../result.ts';
import type { Mailbox } from '../mailbox.ts';
import { maxMessageBytes } from './fetch.ts';
import { Garble } from './garble.ts';
import { isRemoteAddress, loopbackLookup } from './loopback.ts';
import { ImapMailbox } from './mailbox.ts';
import { asImapError, connectionProblem, problem, refusalOf, refusalProblem } from './problem.ts';
import { readable } from './refusal.ts';
import { ImapSession } from './session.ts';

export interface ConnectOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** A private certification authority (PEM, one or more), trusted besides the built-in roots. */
  readonly ca?: string | undefined;
  /** Ends the connection, now or later; what was asked then fails with 'interrupted'. */
  readonly signal?: AbortSignal | undefined;
  /** Refuses any host but this machine, before a connection is tried. */
  readonly loopbackOnly?: boolean | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/** In milliseconds. */
export interface Timeouts {
  /** Look-up, TCP and TLS together. */
  readonly connect: number;
  /** From TLS to the server's greeting. */
  readonly greeting: number;
  /** Silence while an answer is due. */
  readonly silence: number;
  /** One command from sending to its last answer; the login as a whole has this time too. */
  readonly command: number;
  /** For the server's goodbye. */
  readonly close: number;
}

export const defaultTimeouts: Timeouts = {
  connect: 15_000,
  greeting: 15_000,
  silence: 60_000,
  command: 120_000,
  close: 2_000,
};

/**
 * What an answer may weigh, far below imapflow's limits of a gigabyte: a server that announces more is cut off. A
 * line must hold the UIDs of a very large mailbox, one answer one message and its frame.
 */
const limits = {
  maxLineLength: 16 * 1024 * 1024,
  maxLiteralSize: 2 * maxMessageBytes,
  maxResponseSize: 3 * maxMessageBytes,
  maxResponseTokens: 300_000,
};

/**
 * Connects with TLS from the first byte and logs in, trying the password exactly once: Alibaba locks an account
 * for an hour after too many wrong ones. Fails with the codes of connectionProblem, 'not-imap', 'login-refused'
 * (detail: the server's words), 'server-busy', 'remote-not-allowed', 'interrupted' or 'usage' (nothing was sent).
 */
export async function connectImap(options: ConnectOptions): Promise<Result<Mailbox>> {
  const { host, signal } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  if (signal?.aborted) return failed('interrupted', host);
  const unusable = checkOptions(options);
  if (unusable) return { ok: false, problem: unusable };

  const garble = new Garble();
  const client = new ImapFlow({ ...clientOptions(options, timeouts), logger: garble.logger });
  const session = new ImapSession(client, host, timeouts.command, signal ?? null, garble);
  const abort = () => client.close();
  signal?.addEventListener('abort', abort, { once: true });
  client.once('close', () => signal?.removeEventListener('abort', abort));

  const attempt = { late: false };
  const deadline = setTimeout(
    () => {
      attempt.late = true;
      client.close();
    },
    timeouts.connect + timeouts.greeting + timeouts.command,
  );
  try {
    await client.connect();
    return ok(new ImapMailbox(client, session, timeouts.close));
  } catch (thrown) {
    client.close();
    if (signal?.aborted) return failed('interrupted', host);
    if (attempt.late) return failed('connection-timeout', host);
    return { ok: false, problem: reason(client, host, thrown) };
  } finally {
    clearTimeout(deadline);
  }
}

function checkOptions(options: ConnectOptions): Problem | null {
  const { host, port, user, password, ca, loopbackOnly } = options;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return problem('usage', host);
  // What a quoted string cannot carry (RFC 3501 section 9) would be refused half-way through a login.
  if (host === '' || user === '' || password === '' || /[\r\n\0]/.test(user + password))
    return problem('usage', host);
  if (loopbackOnly && isRemoteAddress(host)) return problem('remote-not-allowed', host);
  if (ca !== undefined && !isCertificate(ca)) return problem('file-unreadable', null);
  return null;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== '';
  } catch {
    return false;
  }
}

function clientOptions(options: ConnectOptions, timeouts: Timeouts) {
  const { host, port, user, password } = options;
  return {
    host,
    port,
    secure: true,
    auth: { user, pass: password },
    tls: tlsOptions(options),
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.silence,
    ...limits,
    // Nothing beyond what a scan needs: no IDLE, no COMPRESS, no ENABLE (it would add MODSEQ to every answer).
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    disableIMAP4rev2: true,
    // The ID command names the program and no more; empty values are not sent.
    clientInfo: { name: 'Sendwell', version: '', vendor: '', 'support-url': '' },
  };
}

function tlsOptions({ host, ca, loopbackOnly }: ConnectOptions): ConnectionOptions & Attempts {
  return {
    minVersion: 'TLSv1.2',
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise turn it off.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Node drops an address after 250 ms for the next one, too soon for a server half round the world.
    autoSelectFamilyAttemptTimeout: 3_000,
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(loopbackOnly ? { lookup: loopbackLookup } : {}),
  };
}

/** An option of net.connect, which tls.connect hands on but does not declare. */
interface Attempts {
  readonly autoSelectFamilyAttemptTimeout: number;
}

/** Why there is no mailbox: in the order of a connection's life. */
function reason(client: ImapFlow, host: string, thrown: unknown): Problem {
  const error = asImapError(thrown);
  const refusal = refusalOf(error);
  if (refusal) return refusalProblem('login-refused', host, refusal);
  // imapflow's own refusal, such as LOGINDISABLED: no password was sent.
  if (error.authenticationFailed) return problem('login-refused', host, readable(error.message));
  const spoke = client.stats().received > 0;
  if (spoke && client.greeting === undefined && client.byeReason === undefined)
    return problem('not-imap', host);
  return connectionProblem(host, thrown);
}
