import { beforeAndAfter } from '../../health/before-after.ts';
import { sites } from '../../mailbox/sites.ts';
import { parseProgress } from '../../password/guide/progress.ts';
import { rotationDue, rotationMonths } from '../../password/guide/rotation.ts';
import { standing } from '../../scan/overview.ts';
import type { RememberProblem } from '../../secrets/remember-states.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { localOffset } from '../../text/time.ts';
import type { Context } from '../context.ts';
import type { PasswordState } from '../contract.ts';
import { coveredSince } from './overview.ts';

/** @param problem why remembering has just failed; null: only what the keyring itself says */
export function toPasswordState(
  { passwords, remembered, clock }: Context,
  store: Store,
  account: StoredAccount,
  problem: RememberProblem | null = null,
): PasswordState {
  const { id, host, sample } = account;
  const changes = store.passwordHistory.changes(id).slice(-1000);
  const now = clock().getTime();
  const { episodes, lastScan } = standing(store, id, { now, since: null, offsetAt: localOffset });
  const since = coveredSince(store, id, lastScan);
  const guide = store.passwordGuides.load(id);
  return {
    site: sites.find((each) => each.host === host)?.id ?? 'own',
    sample,
    guide: guide === null ? null : parseProgress(guide),
    held: passwords.has(id),
    lastCheck: toCheck(store, id),
    changes,
    beforeAfter: beforeAndAfter(episodes, changes, since, lastScan?.finishedAt ?? null),
    rotation: toRotation(store, id, changes.at(-1) ?? null),
    remember: { state: remembered.state(account), problem: problem ?? remembered.problem },
  };
}

function toCheck(store: Store, accountId: number): PasswordState['lastCheck'] {
  const check = store.passwordHistory.lastCheck(accountId);
  return check === null ? null : { ...check };
}

function toRotation(
  store: Store,
  accountId: number,
  changedAt: number | null,
): PasswordState['rotation'] {
  const stored = store.passwordGuides.rotation(accountId);
  const months = rotationMonths.find((each) => each === stored);
  if (months === undefined) return null;
  return { months, dueAt: changedAt === null ? null : rotationDue(changedAt, months) };
}
