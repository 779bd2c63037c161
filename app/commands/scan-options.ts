import { readFile } from 'node:fs/promises';
import { findSite } from '../mailbox/find-site.ts';
import { parseProxy, proxyFromEnvironment, type Proxy } from '../mailbox/proxy.ts';
import { day } from '../health/episodes.ts';
import { failed, ok, type Result } from '../result.ts';
import { isTimeZone, startOfDay } from '../text/time.ts';

/** How far back a scan goes unless told otherwise. */
export const defaultWindow = 90 * day;

/**
 * `--since`: a calendar day in the given zone, 'all' (null), or 90 days ago. A day that has not begun is a mistake: a
 * scan of it would read nothing and call that healthy.
 */
export function parseSince(
  value: string | undefined,
  timeZone: string,
  now: Date,
): Result<Date | null> {
  if (value === undefined) return ok(new Date(now.getTime() - defaultWindow));
  if (value === 'all') return ok(null);
  const start = isTimeZone(timeZone) ? startOfDay(timeZone, value) : null;
  return start === null || start > now.getTime()
    ? failed('usage', `--since ${value}`)
    : ok(new Date(start));
}

export function parsePort(value: string | undefined): Result<number> {
  const port = Number(value ?? '993');
  return /^\d{1,5}$/.test(value ?? '993') && port >= 1 && port <= 65535
    ? ok(port)
    : failed('usage', `--port ${value ?? ''}`);
}

/** An address is text with one @ between two parts; what the server makes of it is the server's business. */
export function parseAddress(value: string | undefined, option = '--user'): Result<string> {
  if (value === undefined) return failed('usage', option);
  return /^[^@\s]{1,64}@[^@\s]{1,253}$/.test(value)
    ? ok(value.toLowerCase())
    : failed('usage', `${option} ${value}`);
}

/** The host that was named, else that of the site which the address points to. */
export async function chooseHost(
  host: string | undefined,
  address: string,
): Promise<Result<string>> {
  if (host !== undefined) return ok(host);
  const { site } = await findSite(address);
  return site ? ok(site.host) : failed('site-unknown', address.slice(address.indexOf('@') + 1));
}

/** A private certification authority, PEM; larger files are no such thing. */
export async function readCa(file: string | undefined): Promise<Result<string | null>> {
  if (file === undefined) return ok(null);
  try {
    const pem = await readFile(file, 'utf8');
    return pem.length <= 1_000_000 && pem.includes('-----BEGIN CERTIFICATE-----')
      ? ok(pem)
      : failed('file-unreadable', file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failed(missing ? 'file-not-found' : 'file-unreadable', file);
  }
}

/** Where a proxy's password may stand; `--proxy` is an argument, which every user of the machine can read. */
const passwordVariable = 'SENDWELL_PROXY_PASSWORD';

/**
 * `--proxy URL`, `--proxy direct`, else what the environment says (HTTPS_PROXY, ALL_PROXY, NO_PROXY). The password for
 * a user named there comes from SENDWELL_PROXY_PASSWORD. Null: connect directly.
 */
export function chooseProxy(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  host: string,
  port: number,
): Result<Proxy | null> {
  if (option === 'direct') return ok(null);
  const chosen = option === undefined ? proxyFromEnvironment(env, host, port) : parseProxy(option);
  if (!chosen.ok)
    return failed('usage', option === undefined ? 'HTTPS_PROXY, ALL_PROXY' : '--proxy');
  const proxy = chosen.value;
  if (proxy === null) return ok(null);
  if (option !== undefined && proxy.password !== null)
    return failed('usage', `--proxy: ${passwordVariable}`);
  return ok({ ...proxy, password: proxy.password ?? env[passwordVariable] ?? null });
}
