import { standing } from '../../scan/overview.ts';
import type { SessionPasswords } from '../../secrets/session-passwords.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { localOffset } from '../../text/time.ts';
import type { AuditRow } from '../contract.ts';
import { toAccount } from './account.ts';

export function toAuditRow(
  store: Store,
  account: StoredAccount,
  passwords: SessionPasswords,
  now: number,
): AuditRow {
  const known = standing(store, account.id, { now, since: null, offsetAt: localOffset });
  const cause = known.causes.find(({ likelihood }) => likelihood !== 'unlikely');
  const problem = known.lastScan?.report.problem ?? null;
  return {
    account: toAccount(account, store, passwords),
    state: known.state,
    episodes: known.episodes.length,
    rejections: known.totals.throttled,
    lastAt: known.lastAt,
    cause:
      known.episodes.length > 0 && cause
        ? { name: cause.name, likelihood: cause.likelihood }
        : null,
    coverage: known.pace?.coverage ?? null,
    passwordChangedAt: store.passwordHistory.changes(account.id).at(-1) ?? null,
    problem,
  };
}
