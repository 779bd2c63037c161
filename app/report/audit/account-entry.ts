import type { Failure } from '../../bounce/notice.ts';
import type { Problem } from '../../result.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { StoredNotice } from '../../store/notices.ts';
import { flag, isRejection } from '../../store/failure-columns.ts';
import type { Store } from '../../store/store.ts';
import { isoIn } from '../../text/time.ts';
import {
  machineZone,
  scanDocument,
  type DocumentBasis,
  type DocumentContext,
} from '../scan-document.ts';
import type { Audited, Unread } from './document.ts';

/** Of a deluge the newest deciding lines stand in the report; all of them are in the evidence. */
const mostLines = 50;

/** What is stored of an account, as the audit tells it. */
export function auditedEntry(
  store: Store,
  account: StoredAccount,
  basis: DocumentBasis,
  context: DocumentContext,
  more: { readonly problem: Problem | null; readonly evidence: Audited['evidence'] },
): Audited {
  const zone = context.timeZone ?? machineZone();
  const { notices, ...document } = scanDocument(store, account, basis, context);
  const { lines, lineCount } = decidingLines(store.notices.list(account.id, basis.since), zone);
  const check = store.passwordHistory.lastCheck(account.id);
  return {
    ...document,
    scannedAt: document.scannedAt ?? isoIn(zone, context.now),
    problem: more.problem && problemEntry(more.problem, context),
    timeline: timeline(store, account.id, basis.since, zone),
    lines,
    lineCount,
    password: {
      changes: store.passwordHistory.changes(account.id).map((at) => isoIn(zone, at)),
      check: check && {
        at: isoIn(zone, check.at),
        compliant: check.compliant,
        score: check.score,
      },
    },
    evidence: more.evidence,
  };
}

/** An account that could not be read. */
export const unreadEntry = (
  account: string,
  host: string | null,
  problem: Problem,
  triedAt: number | null,
  context: DocumentContext,
): Unread => ({
  account,
  host,
  problem: problemEntry(problem, context),
  triedAt: triedAt === null ? null : isoIn(context.timeZone ?? machineZone(), triedAt),
});

const problemEntry = ({ code, subject, detail }: Problem, { text }: DocumentContext) => ({
  code,
  message: text.t(`problem:${code}.title`, { subject: subject ?? '' }),
  detail,
});

const isThrottle = ({ category, confidence }: Failure): boolean =>
  category === 'throttle' && confidence === 'certain';

/** Whether a notice reports a certain throttle: what evidence is kept of. */
export const isThrottleNotice = ({ notice }: StoredNotice): boolean =>
  notice.failures.some(isThrottle);

/** Notices come in order of time; the last ones stay. */
function decidingLines(
  notices: Iterable<StoredNotice>,
  zone: string,
): Pick<Audited, 'lines' | 'lineCount'> {
  const lines: Audited['lines'][number][] = [];
  let lineCount = 0;
  for (const { at, notice } of notices)
    for (const failure of notice.failures) {
      if (!isThrottle(failure)) continue;
      lineCount += 1;
      lines.push({
        at: isoIn(zone, at),
        recipient: failure.recipient,
        subject: notice.original.subject,
        replyCode: failure.replyCode,
        stage: failure.throttle?.stage ?? null,
        connectionIp: failure.throttle?.connectionIp ?? null,
        tag: failure.throttle?.tag ?? null,
        node: failure.throttle?.node ?? null,
        diagnostic: failure.diagnostic,
      });
      if (lines.length > mostLines) lines.shift();
    }
  return { lines, lineCount };
}

/** Counts by day of the zone, days without anything left out. */
function timeline(
  store: Store,
  accountId: number,
  since: number | null,
  zone: string,
): Audited['timeline'] {
  const days = new Map<string, { transient: number; permanent: number; sent: number }>();
  const from = since ?? -Infinity;
  const add = (at: number, kind: 'transient' | 'permanent' | 'sent'): void => {
    const day = isoIn(zone, at).slice(0, 10);
    const sum = days.get(day) ?? { transient: 0, permanent: 0, sent: 0 };
    sum[kind] += 1;
    days.set(day, sum);
  };
  const failures = store.rejections.columns(accountId);
  for (let row = 0; row < failures.length; row += 1) {
    const bits = failures.flags[row] ?? 0;
    if (isRejection(bits) && (failures.receivedAt[row] ?? 0) >= from)
      add(failures.at[row] ?? 0, (bits & flag.permanent) === 0 ? 'transient' : 'permanent');
  }
  const sent = store.sent.columns(accountId);
  for (let row = 0; row < sent.length; row += 1)
    if ((sent.receivedAt[row] ?? 0) >= from) add(sent.at[row] ?? 0, 'sent');
  return [...days]
    .map(([day, counts]) => ({ day, ...counts }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
