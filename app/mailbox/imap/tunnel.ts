import type { Socket } from 'node:net';
import { proxyConnection } from 'imapflow/lib/proxy-connection.js';
import { failed, ok, type Problem, type Result } from '../../result.ts';
import { proxyName, type Proxy } from '../proxy.ts';
import { asImapError, problem } from './problem.ts';
import { readable } from './refusal.ts';

/** Opens a connection to host and port through the proxy, which gets the name as it is. Fails with 'proxy-…' codes. */
export async function openTunnel(
  proxy: Proxy,
  host: string,
  port: number,
  timeLimitMs: number,
): Promise<Result<Socket>> {
  try {
    const socket = await proxyConnection(silent, urlOf(proxy), host, port, {
      connectionTimeout: timeLimitMs,
    });
    if (!socket) return failed('proxy-unreachable', proxyName(proxy));
    return ok(socket);
  } catch (thrown) {
    return { ok: false, problem: tunnelProblem(proxy, host, thrown) };
  }
}

/** Handed to the library at once and kept nowhere. */
function urlOf(proxy: Proxy): string {
  const url = new URL(proxyName(proxy));
  const { user, password } = proxy;
  const login =
    user === null ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`;
  return `${url.protocol}//${login}${url.host || `${proxy.host}:${proxy.port}`}`;
}

const forHttp = /^Invalid response from proxy: (\d{3})$/;
/** The words of the socks library for RFC 1928 section 6 and RFC 1929. */
const needsLogin = /authentication|no accepted authentication|socks5.*auth/i;
const forbidden = /NotAllowed|rejected.*not allowed/i;
const unreached = /HostUnreachable|NetworkUnreachable|ConnectionRefused|TTLExpired|Failure/i;
const answered = /^(Invalid response from proxy|Proxy response headers|Received invalid Socks)/i;

/** Which of the two could not be reached, and whose word it is, is what a person must know here. */
export function tunnelProblem(proxy: Proxy, host: string, thrown: unknown): Problem {
  const error = asImapError(thrown);
  const words = readable(error.message);
  const name = proxyName(proxy);
  const status = Number(forHttp.exec(words)?.[1] ?? 0);
  if (status === 407 || (status === 0 && needsLogin.test(words)))
    return problem('proxy-login', name, words);
  if (status === 502 || status === 503 || status === 504 || status === 404)
    return problem('proxy-no-way', `${host} (${name})`, words);
  if (status > 0 || forbidden.test(words)) return problem('proxy-refused', name, words);
  if (unreached.test(words)) return problem('proxy-no-way', `${host} (${name})`, words);
  if (answered.test(words)) return problem('proxy-refused', name, words);
  return problem('proxy-unreachable', name, words);
}

const quiet = (): void => undefined;
const silent = {
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
} as unknown as Parameters<typeof proxyConnection>[0];
