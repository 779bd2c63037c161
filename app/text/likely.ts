import type { StepName } from '../mailbox/imap/steps.ts';
import type { Problem } from '../result.ts';

/**
 * What a connection that failed may mean, most likely first: keys of `connection:likely.<group>`. A group is a problem's
 * code, or for a server that fell silent after it was reached 'server-silent'.
 */
export const likely = {
  'host-not-found': ['typo', 'offline', 'inside'],
  'connection-refused': ['port', 'firewall'],
  'connection-timeout': ['blocked', 'proxy', 'slow'],
  'server-silent': ['slow', 'middlebox'],
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
} as const;

export type LikelyGroup = keyof typeof likely;

const reached: readonly StepName[] = ['greeting', 'login', 'inbox'];

/** The group for a problem; null where there is none, as for a refused login, which has its own list below. */
export function likelyGroup({ code }: Problem, failedAt: StepName | null): LikelyGroup | null {
  if (code === 'connection-timeout' && failedAt !== null && reached.includes(failedAt))
    return 'server-silent';
  return code in likely ? (code as LikelyGroup) : null;
}

/** The server does not say why it refuses a login; keys of `window:connect.causes`. */
export const refusedLogin = [
  'blocked',
  'security-password',
  'other-site',
  'locked',
  'imap-off',
  'wrong',
] as const;
