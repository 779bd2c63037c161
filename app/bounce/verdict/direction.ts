import type { Direction } from '../notice.ts';

const alibabaMx =
  /^mx[\w-]*\.(?:[\w-]+\.)*(?:mxhichina\.com|aliyun\.com|alibabacloud\.com|aliyun-inc\.com|alibaba-inc\.com|alimail\.com)$/;
const submission = /^smtp[\w-]*\./;

/**
 * Whose sending was limited: a mail exchanger of Alibaba speaks to a host that writes to its users, a
 * submission host speaks to the account that sends through it.
 */
export function directionOf(remoteMta: string | null, alibabaNotice: boolean): Direction {
  const host = remoteMta?.toLowerCase().replace(/\.$/, '') ?? null;
  if (host === null) return alibabaNotice ? 'own-account' : 'unknown';
  if (alibabaMx.test(host)) return 'recipient-server';
  return submission.test(host) ? 'own-account' : 'unknown';
}
