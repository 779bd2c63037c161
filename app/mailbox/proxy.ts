import { isIP } from 'node:net';
import { failed, ok, type Result } from '../result.ts';

export const proxyKinds = ['http', 'https', 'socks5', 'socks4a'] as const;
export type ProxyKind = (typeof proxyKinds)[number];

/**
 * A proxy that opens a connection for us: HTTP CONNECT (RFC 9110 section 9.3.6) or SOCKS (RFC 1928). The mail server's
 * name goes to it as it is, so that this computer asks no DNS about it.
 */
export interface Proxy {
  readonly kind: ProxyKind;
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly password: string | null;
}

const usualPorts: Readonly<Record<ProxyKind, number>> = {
  http: 80,
  https: 443,
  socks5: 1080,
  socks4a: 1080,
};

/** As people and programs write them. "socks5h" is curl's way to say that the proxy looks the name up: ours always does. */
const kindOfScheme = new Map<string, ProxyKind>([
  ['http:', 'http'],
  ['https:', 'https'],
  ['socks:', 'socks5'],
  ['socks5:', 'socks5'],
  ['socks5h:', 'socks5'],
  ['socks4:', 'socks4a'],
  ['socks4a:', 'socks4a'],
]);

/** "scheme://[user[:password]@]host[:port]"; without a scheme it is HTTP. Nothing of what was written stands in the problem. */
export function parseProxy(written: string): Result<Proxy> {
  const text = written.trim();
  if (text.length > 2_000) return failed('usage', 'proxy');
  try {
    // WHATWG drops "http:" with port 80, and knows no other special port: both are put back below.
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    const kind = kindOfScheme.get(url.protocol);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const bare = (url.pathname === '' || url.pathname === '/') && url.search === '';
    if (!kind || !isHost(host) || !bare) return failed('usage', 'proxy');
    return ok({
      kind,
      host,
      port: url.port === '' ? usualPorts[kind] : Number(url.port),
      user: url.username === '' ? null : decodeURIComponent(url.username),
      password: url.password === '' ? null : decodeURIComponent(url.password),
    });
  } catch {
    return failed('usage', 'proxy');
  }
}

const isHost = (host: string): boolean =>
  isIP(host) !== 0 || (/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(host) && host.length <= 253);

/** For screens, terminals and the database: without user and password. */
export const proxyName = ({ kind, host, port }: Proxy): string =>
  `${kind}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;

/** As it is stored: with its user, never with its password. */
export const proxySetting = (proxy: Proxy): string => {
  const user = proxy.user === null ? '' : `${encodeURIComponent(proxy.user)}@`;
  return proxyName(proxy).replace('://', `://${user}`);
};

/**
 * What HTTPS_PROXY and ALL_PROXY (also in small letters) say, unless NO_PROXY names the host; the way of curl. This
 * machine itself is never asked for through them. Null: connect directly.
 */
export function proxyFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  host: string,
  port: number,
): Result<Proxy | null> {
  const read = (name: string): string => (env[name.toLowerCase()] ?? env[name] ?? '').trim();
  const written = read('HTTPS_PROXY') || read('ALL_PROXY');
  if (written === '' || isThisMachine(host) || isExempt(read('NO_PROXY'), host, port))
    return ok(null);
  return parseProxy(written);
}

export const isThisMachine = (host: string): boolean =>
  /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|::1)\.?$/i.test(host);

/** "example.com", ".example.com", "*.example.com" (each with what is below), an address, with ":port" or without; "*" is all. */
function isExempt(list: string, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, written = entry, only = ''] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const whole = isIP(entry) !== 0 ? entry : written;
      if (isIP(entry) === 0 && only !== '' && Number(only) !== port) return false;
      const domain = whole.replace(/^\*?\./, '');
      return name === domain || name.endsWith(`.${domain}`);
    });
}

/**
 * The first usable way in what a proxy auto-configuration answers ("PROXY a:3128; SOCKS5 b:1080; DIRECT"), which is
 * also how Electron tells the system's setting. Null: connect directly.
 */
export function proxyFromPac(answer: string): Proxy | null {
  for (const way of answer.slice(0, 4_000).split(';')) {
    const [word = '', where = ''] = way.trim().split(/\s+/);
    const kind = word.toUpperCase();
    if (kind === 'DIRECT') return null;
    const scheme = {
      PROXY: 'http',
      HTTP: 'http',
      HTTPS: 'https',
      SOCKS5: 'socks5',
      SOCKS: 'socks4a',
      SOCKS4: 'socks4a',
    }[kind];
    if (scheme === undefined) continue;
    const proxy = parseProxy(`${scheme}://${where}`);
    if (proxy.ok) return proxy.value;
  }
  return null;
}
