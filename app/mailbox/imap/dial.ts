import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import {
  connect as connectTls,
  rootCertificates,
  type ConnectionOptions,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls';
import { failed, ok, type Problem, type Result } from '../../result.ts';
import { isThisMachine, proxyName, type Proxy } from '../proxy.ts';
import { describeCertificate } from './certificate.ts';
import { isLoopback } from './loopback.ts';
import { asImapError, connectionProblem, problem } from './problem.ts';
import type { SeenCertificate, Steps } from './steps.ts';
import { openTunnel } from './tunnel.ts';

export interface DialOptions {
  readonly host: string;
  readonly port: number;
  /** PEM, trusted besides the built-in roots. */
  readonly ca: string | undefined;
  readonly proxy: Proxy | null;
  readonly loopbackOnly: boolean;
  /** For name, TCP (or proxy) and TLS together. */
  readonly timeLimitMs: number;
  readonly signal: AbortSignal | null;
}

/** Node drops an address after 250 ms for the next one, too soon for a server half round the world. */
const perAddressMs = 3_000;

/**
 * From a name to a trusted TLS connection, one step after the other, each told. TLS 1.2 or later and a certificate
 * that is trusted for this host, always; nothing is sent to a server before that. Fails with the codes of
 * connectionProblem, 'proxy-…', 'remote-not-allowed' or 'interrupted'; the step that failed knows it too.
 */
export async function dial(options: DialOptions, steps: Steps): Promise<Result<TLSSocket>> {
  const { host, proxy, signal, timeLimitMs } = options;
  const end = new AbortController();
  const stop = () => end.abort(problem('interrupted', host));
  const expire = () =>
    end.abort(
      proxy && !steps.isDone('proxy')
        ? problem('proxy-unreachable', proxyName(proxy))
        : problem('connection-timeout', host),
    );
  signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(expire, timeLimitMs);
  try {
    const carrier = await (proxy
      ? throughProxy(options, proxy, steps, end.signal)
      : directly(options, steps, end.signal));
    if (!carrier.ok) {
      steps.fail(carrier.problem);
      return carrier;
    }
    steps.begin('tls');
    const secured = await secure(carrier.value, options, end.signal);
    if (!secured.ok) {
      steps.fail(secured.problem, secured.certificate);
      return secured;
    }
    steps.done({ step: 'tls', ...secured.seen });
    return ok(secured.value);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function directly(
  { host, port, loopbackOnly }: DialOptions,
  steps: Steps,
  end: AbortSignal,
): Promise<Result<Socket>> {
  steps.begin('name');
  const addresses = await findAddresses(host, end);
  if (!addresses.ok) return addresses;
  if (loopbackOnly && !addresses.value.every(({ address }) => isLoopback(address)))
    return failed('remote-not-allowed', host);
  steps.done({ step: 'name', addresses: addresses.value.map(({ address }) => address) });
  steps.begin('tcp');
  const options = {
    host,
    port,
    // The answer that was looked at is the one that is used: a name server cannot change its mind in between.
    lookup: answering(addresses.value),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: perAddressMs,
  };
  const socket = connectTcp(options);
  const connected = await ready(socket, 'connect', host, end);
  if (!connected.ok) return connected;
  steps.done({ step: 'tcp', address: socket.remoteAddress ?? '', port });
  return ok(socket);
}

/** More than any mail server has; a name server may answer with thousands. */
const mostAddresses = 16;

async function findAddresses(
  host: string,
  end: AbortSignal,
): Promise<Result<readonly LookupAddress[]>> {
  const family = isIP(host);
  if (family !== 0) return ok([{ address: host, family }]);
  return untilEnd(end, (settle) => {
    systemLookup(host, { all: true }, (error, found) => {
      const addresses = error ? [] : found.slice(0, mostAddresses);
      if (addresses.length > 0) settle(ok(addresses));
      else settle({ ok: false, problem: nameProblem(host, error) });
    });
  });
}

const nameProblem = (host: string, error: Error | null): Problem =>
  error ? connectionProblem(host, error) : problem('host-not-found', host);

const answering =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_name, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };

async function throughProxy(
  { host, port, loopbackOnly, timeLimitMs }: DialOptions,
  proxy: Proxy,
  steps: Steps,
  end: AbortSignal,
): Promise<Result<Socket>> {
  // What a proxy reaches cannot be checked from here, so a restricted runtime asks it for this machine by name only.
  if (loopbackOnly && !(isThisMachine(host) && isThisMachine(proxy.host)))
    return failed('remote-not-allowed', isThisMachine(host) ? proxy.host : host);
  steps.begin('proxy');
  const tunnel = await untilEnd<Socket>(end, (settle) => {
    void openTunnel(proxy, host, port, timeLimitMs).then((opened) => {
      if (opened.ok && end.aborted) opened.value.destroy();
      settle(opened);
    });
  });
  if (!tunnel.ok) return tunnel;
  steps.done({ step: 'proxy', proxy: proxyName(proxy) });
  return tunnel;
}

type Secured =
  | {
      readonly ok: true;
      readonly value: TLSSocket;
      readonly seen: { readonly version: string; readonly issuer: string };
    }
  | {
      readonly ok: false;
      readonly problem: Problem;
      readonly certificate: SeenCertificate | null;
    };

async function secure(
  carrier: Socket,
  { host, ca }: DialOptions,
  end: AbortSignal,
): Promise<Secured> {
  const options: ConnectionOptions = {
    socket: carrier,
    host,
    minVersion: 'TLSv1.2',
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise turn it off.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
  const socket = connectTls(options);
  const seen: { certificate: PeerCertificate | null; failure: string } = {
    certificate: null,
    failure: '',
  };
  // Before Node looks at the certificate: a refused one is gone with its socket afterwards.
  socket.prependOnceListener('secure', () => (seen.certificate = socket.getPeerCertificate()));
  socket.once('error', (error) => (seen.failure = asImapError(error).code ?? ''));
  const connected = await ready(socket, 'secureConnect', host, end);
  const describe = (failure: string | null) =>
    seen.certificate && describeCertificate(seen.certificate, host, failure, Date.now());
  if (!connected.ok) {
    carrier.destroy();
    const distrusted = connected.problem.code.startsWith('certificate-');
    return { ...connected, certificate: distrusted ? describe(seen.failure) : null };
  }
  const version = socket.getProtocol() ?? '';
  return { ok: true, value: socket, seen: { version, issuer: describe(null)?.issuer ?? '' } };
}

/** Waits for the event; an error, an end or the time limit comes back as a problem, the socket destroyed. */
async function ready(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  host: string,
  end: AbortSignal,
): Promise<Result<null>> {
  // Stays: whoever takes the socket over adds a listener of its own, and none may be missing in between.
  socket.on('error', () => undefined);
  const result = await untilEnd<null>(end, (settle) => {
    socket.once(event, () => settle(ok(null)));
    socket.once('error', (error) => settle({ ok: false, problem: connectionProblem(host, error) }));
    socket.once('close', () => settle(failed('connection-closed', host)));
  });
  if (!result.ok) socket.destroy();
  return result;
}

/** What `start` settles with, or the problem that the signal carries. */
function untilEnd<T>(
  end: AbortSignal,
  start: (settle: (result: Result<T>) => void) => void,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const stop = () => resolve({ ok: false, problem: end.reason as Problem });
    if (end.aborted) {
      stop();
      return;
    }
    end.addEventListener('abort', stop, { once: true });
    start((result) => {
      end.removeEventListener('abort', stop);
      resolve(result);
    });
  });
}
