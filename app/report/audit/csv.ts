import { csvCell } from '../../text/csv-cell.ts';
import { domainOf, isAudited, type AuditEntry } from './document.ts';
import { factsOf } from './summary.ts';

type Cell = string | number | null;

/** RFC 4180 with CRLF. */
const row = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Spreadsheets read a file without it in the country's old encoding, and Chinese becomes noise. */
const byteOrderMark = '\ufeff';

const accountColumns = [
  'account',
  'domain',
  'host',
  'state',
  'scannedAt',
  'since',
  'episodes',
  'throttled',
  'transient',
  'permanent',
  'firstRejection',
  'lastRejection',
  'advice',
  'retryAt',
  'cause',
  'likelihood',
  'sentMessages',
  'coverage',
  'passwordChangedAt',
  'passwordCompliant',
  'messages',
  'lookedAt',
  'notices',
  'notScanned',
  'evidenceFile',
  'evidenceSha256',
  'problem',
  'problemMessage',
] as const;

/** report-accounts.csv: one row per account. Its column names stay the same in every language. */
export async function* accountsCsv(entries: AsyncIterable<AuditEntry>): AsyncIterable<string> {
  yield byteOrderMark + row(accountColumns);
  for await (const entry of entries) yield row(accountRow(entry));
}

function accountRow(entry: AuditEntry): Cell[] {
  const { account, host, problem } = entry;
  const start = [account, domainOf(account), host];
  const end = [problem?.code ?? null, problem?.message ?? null];
  if (!isAudited(entry))
    return [...start, 'unread', ...Array<null>(accountColumns.length - 6).fill(null), ...end];
  const facts = factsOf(entry);
  const cause = entry.cause?.find(({ likelihood }) => likelihood !== 'unlikely');
  const { folders } = entry;
  const sum = (of: (folder: (typeof folders)[number]) => number): number =>
    folders.reduce((total, folder) => total + of(folder), 0);
  return [
    ...start,
    entry.state,
    entry.scannedAt,
    entry.since,
    facts.episodes,
    entry.totals.throttled,
    facts.transient,
    facts.permanent,
    facts.firstAt,
    facts.lastAt,
    entry.advice?.action ?? null,
    entry.advice?.retryAt ?? null,
    cause?.name ?? null,
    cause?.likelihood ?? null,
    entry.pace?.sentMessages ?? null,
    entry.pace?.coverage ?? null,
    entry.password.changes.at(-1) ?? null,
    entry.password.check === null ? null : String(entry.password.check.compliant),
    sum(({ messages }) => messages),
    sum(({ swept }) => swept),
    entry.totals.notices,
    entry.notScanned.join(' ') || null,
    entry.evidence?.file ?? null,
    entry.evidence?.sha256 ?? null,
    ...end,
  ];
}

const paceSpans = ['minute', 'hour', 'day'] as const;

const episodeColumns = [
  'account',
  'domain',
  'startedAt',
  'endedAt',
  'direction',
  'notices',
  'failures',
  'transient',
  'permanent',
  'connectionIps',
  'minuteMessages',
  'minuteRecipients',
  'hourMessages',
  'hourRecipients',
  'dayMessages',
  'dayRecipients',
] as const;

/** report-episodes.csv: one row per episode. */
export async function* episodesCsv(entries: AsyncIterable<AuditEntry>): AsyncIterable<string> {
  yield byteOrderMark + row(episodeColumns);
  for await (const entry of entries) {
    if (!isAudited(entry)) continue;
    for (const episode of entry.episodes)
      yield row([
        entry.account,
        domainOf(entry.account),
        episode.startedAt,
        episode.endedAt,
        episode.direction,
        episode.notices,
        episode.failures,
        episode.transient,
        episode.permanent,
        episode.connectionIps.join(' '),
        ...paceSpans.flatMap((span) => [
          episode.pace?.[span].messages ?? null,
          episode.pace?.[span].recipients ?? null,
        ]),
      ]);
  }
}
