import type { AuditRow } from '../../app/api/contract.ts';

const day = 86_400_000;
const states = ['limited', 'recovering', 'healthy', 'unknown'] as const;
const causes = ['pace', 'weak-password', 'stolen-account'] as const;
const domains = ['example.com', 'example.cn', 'mail.example.org'];
const names = ['owner', 'li.wei', 'contest', 'a-rather-long-name.for-a-mailbox', 'zhang', 'sales'];

/** Accounts in every state, some of which could not be read. */
export function auditRows(count: number, now: number): AuditRow[] {
  return Array.from({ length: count }, (_, index): AuditRow => {
    const state = states[index % 7 === 0 ? 0 : index % 7 === 1 ? 1 : index % 7 === 5 ? 3 : 2];
    const throttled = state === 'limited' || state === 'recovering';
    return {
      account: {
        id: index + 1,
        address: `${names[index % names.length] ?? ''}${index < names.length ? '' : String(index)}@${domains[index % domains.length] ?? ''}`,
        host: 'imap.qiye.aliyun.com',
        port: 993,
        sample: false,
        canScan: index % 7 !== 6,
        lastScanAt: index % 7 === 5 ? null : now - index * 60_000,
      },
      state,
      episodes: throttled ? 1 + (index % 5) : 0,
      rejections: throttled ? 12 + ((index * 37) % 200) : 0,
      lastAt: throttled ? now - (index % 20) * day : null,
      cause: throttled
        ? { name: causes[index % 3] ?? 'pace', likelihood: index % 2 ? 'possible' : 'likely' }
        : null,
      coverage: index % 4 === 3 ? null : 0.4 + (index % 6) / 10,
      passwordChangedAt: index % 3 === 0 ? now - 40 * day : null,
      problem:
        index % 7 === 5
          ? { code: 'login-refused', subject: 'imap.qiye.aliyun.com', detail: 'LOGIN failed' }
          : null,
    };
  });
}
