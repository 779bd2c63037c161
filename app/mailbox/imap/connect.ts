import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { ImapFlow } from 'imapflow';
import { failed, ok, type Problem, type Result } from '../../result.ts';
import type { Mailbox } from '../mailbox.ts';
import type { Proxy } from '../proxy.ts';
import { dial } from './dial.ts';
import { maxMessageBytes } from './fetch.ts';
import { Garble } from './garble.ts';
import { isRemoteAddress } from './loopback.ts';
import { ImapMailbox } from './mailbox.ts';
import { asImapError, connectionProblem, problem, refusalOf, refusalProblem } from './problem.ts';
import { readable } from './refusal.ts';
import { ImapSession } from './session.ts';
import { Steps, type StepListener, type StepName } from './steps.ts';

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
  /** Undefined or null: directly. */
  readonly proxy?: Proxy | null | undefined;
  /** Told each step of the way while it is taken. */
  readonly onStep?: StepListener | undefined;
  /** Also lists the folders and opens the Inbox, so that a connection that can read nothing fails here. */
  readonly checkInbox?: boolean | undefined;
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

  const steps = new Steps(stepsOf(options), options.onStep);
  const dialled = await dial(
    {
      ...{ host, port: options.port, ca: options.ca, timeLimitMs: timeouts.connect },
      proxy: options.proxy ?? null,
      loopbackOnly: options.loopbackOnly ?? false,
      signal: signal ?? null,
    },
    steps,
  );
  if (!dialled.ok) return dialled;
  const logged = await logIn(options, timeouts, dialled.value, steps);
  const opened = logged.ok && options.checkInbox ? await lookIn(logged.value, steps) : logged;
  if (!opened.ok) steps.fail(opened.problem);
  return opened;
}

const stepsOf = ({ proxy, checkInbox }: ConnectOptions): readonly StepName[] => [
  ...(proxy ? (['proxy'] as const) : (['name', 'tcp'] as const)),
  ...(['tls', 'greeting', 'login'] as const),
  ...(checkInbox ? (['inbox'] as const) : []),
];

async function lookIn(mailbox: Mailbox, steps: Steps): Promise<Result<Mailbox>> {
  steps.begin('inbox');
  const listed = await mailbox.listFolders();
  const inbox = listed.ok ? await mailbox.openFolder('INBOX') : listed;
  if (!listed.ok) return leave(mailbox, listed);
  if (!inbox.ok) return leave(mailbox, inbox);
  steps.done({ step: 'inbox', folders: listed.value.length, messages: inbox.value.messages });
  return ok(mailbox);
}

async function leave<T>(mailbox: Mailbox, why: T): Promise<T> {
  await mailbox.close();
  return why;
}

async function logIn(
  options: ConnectOptions,
  timeouts: Timeouts,
  socket: TLSSocket,
  steps: Steps,
): Promise<Result<Mailbox>> {
  const { host, signal } = options;
  const garble = new Garble();
  const settings = { ...clientOptions(options, timeouts, socket), logger: garble.logger };
  const client = new ImapFlow(settings);
  const session = new ImapSession(client, host, timeouts.command, signal ?? null, garble);
  const abort = () => client.close();
  signal?.addEventListener('abort', abort, { once: true });
  client.once('close', () => signal?.removeEventListener('abort', abort));

  const attempt = { late: false };
  const deadline = setTimeout(() => {
    attempt.late = true;
    client.close();
  }, timeouts.greeting + timeouts.command);
  steps.begin('greeting');
  // imapflow tells nobody that the greeting has come; people who wait want to see which of the two it is.
  const looking = setInterval(() => greeted(client, steps), 20);
  try {
    await client.connect();
    greeted(client, steps);
    steps.done({ step: 'login', capabilities: worthKnowing(client) });
    return ok(new ImapMailbox(client, session, timeouts.close));
  } catch (thrown) {
    client.close();
    greeted(client, steps);
    if (signal?.aborted) return failed('interrupted', host);
    if (attempt.late) return failed('connection-timeout', host);
    return { ok: false, problem: reason(client, host, thrown) };
  } finally {
    clearTimeout(deadline);
    clearInterval(looking);
  }
}

function greeted(client: ImapFlow, steps: Steps): void {
  if (client.greeting === undefined || steps.isDone('greeting')) return;
  steps.done({ step: 'greeting', words: readable(client.greeting).slice(0, 200) });
  steps.begin('login');
}

const worthKnowing = ({ capabilities }: ImapFlow): readonly string[] =>
  ['IDLE', 'XLIST', 'SPECIAL-USE', 'ID', 'UIDPLUS'].filter((name) => capabilities.has(name));

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

function clientOptions(options: ConnectOptions, timeouts: Timeouts, socket: TLSSocket) {
  const { host, port, user, password } = options;
  return {
    host,
    port,
    secure: true,
    auth: { user, pass: password },
    // The connection is made and trusted already (dial.ts); imapflow only has to speak over it.
    transport: {
      connect: (_where: unknown, onConnect: () => void) => {
        setImmediate(onConnect);
        return socket;
      },
    },
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
