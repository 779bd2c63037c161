import type { ProblemCode } from '../result.ts';

/**
 * What a connection that failed may mean, most likely first: keys of `connection:likely.<code>`. A refused login has its
 * own, longer list (Alibaba's reasons with their click paths), `refusedLogin`.
 */
export const likely = {
  'host-not-found': ['typo', 'offline', 'inside'],
  'connection-refused': ['port', 'firewall'],
  'connection-timeout': ['blocked', 'proxy', 'slow'],
  'network-unreachable': ['offline', 'vpn'],
  'connection-closed': ['full', 'middlebox', 'restart'],
  'certificate-untrusted': ['inspected', 'private', 'stranger'],
  'certificate-wrong-host': ['alias', 'portal', 'stranger'],
  'certificate-expired': ['clock', 'renewal'],
  'tls-failed': ['port', 'old', 'middlebox'],
  'proxy-unreachable': ['name', 'away'],
  'proxy-login': ['missing', 'wrong'],
  'proxy-refused': ['port', 'list'],
  'proxy-no-way': ['name', 'firewall'],
  'not-imap': ['port', 'service'],
  'server-busy': ['connections', 'rate'],
  'folder-refused': ['moment', 'rights'],
} as const satisfies Partial<Record<ProblemCode, readonly string[]>>;

export type LikelyCode = keyof typeof likely;

export const hasLikely = (code: ProblemCode): code is LikelyCode => code in likely;

/** The server does not say why it refuses a login; keys of `window:connect.causes`. */
export const refusedLogin = [
  'blocked',
  'security-password',
  'other-site',
  'locked',
  'imap-off',
  'wrong',
] as const;
