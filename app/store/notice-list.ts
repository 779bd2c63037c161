import type { Category, Direction, Notice } from '../bounce/notice.ts';
import type { Names } from './names.ts';
import type { Database, SqlValue } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

export interface NoticeQuery {
  readonly accountId: number;
  /** Limits on the time of the notice, [from, to). */
  readonly from: number | null;
  readonly to: number | null;
  readonly category: Category | null;
  /** Of one failure of the notice. An empty name means: not known. */
  readonly nature: 'transient' | 'permanent' | null;
  readonly direction: Direction | null;
  readonly connectionIp: string | null;
  readonly recipientDomain: string | null;
  readonly program: string | null;
  /** Found in recipient, subject or deciding text, in any case. */
  readonly text: string | null;
  readonly sort: 'at' | 'category' | 'replyCode' | 'subject';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface NoticeRow {
  readonly id: number;
  readonly at: number;
  readonly notice: Notice;
}

const order = {
  at: 'notice.at',
  category: 'min(failure.category)',
  replyCode: 'min(failure.reply_code)',
  subject: 'notice.subject COLLATE NOCASE',
} as const;

/** A page of notices for the table, and how many there are in all. */
export function listNotices(
  db: Database,
  names: Names,
  query: NoticeQuery,
): { total: number; rows: NoticeRow[] } {
  const where = [
    'notice.account_id = ?',
    '(notice.is_bounce = 1 OR notice.unreadable IS NOT NULL)',
  ];
  const values: SqlValue[] = [query.accountId];
  const add = (condition: string, value: SqlValue): void => {
    where.push(condition);
    values.push(value);
  };
  if (query.from !== null) add('notice.at >= ?', query.from);
  if (query.to !== null) add('notice.at < ?', query.to);
  const failure = failureConditions(names, query);
  if (failure.length > 0) {
    where.push(
      `EXISTS (SELECT 1 FROM failure WHERE notice_id = notice.id AND ${failure.map(([condition]) => condition).join(' AND ')})`,
    );
    values.push(...failure.flatMap(([, value]) => (value === undefined ? [] : [value])));
  }
  // instr, not LIKE: what people type may hold % and _.
  if (query.text !== null) add('instr(lower(notice.body), lower(?)) > 0', query.text);
  const from = `FROM notice WHERE ${where.join(' AND ')}`;
  const total = Number(db.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.['n'] ?? 0);
  const rows = db
    .prepare(
      `SELECT notice.id, notice.at, notice.body FROM notice LEFT JOIN failure ON failure.notice_id = notice.id
       WHERE ${where.join(' AND ')} GROUP BY notice.id
       ORDER BY ${order[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, notice.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, query.limit, query.offset)
    .map((row) => ({
      id: Number(row['id']),
      at: Number(row['at']),
      notice: storedJson<Notice>(String(row['body']), ['failures']),
    }));
  return { total, rows };
}

/** Conditions on one and the same failure, each with its value. */
function failureConditions(
  names: Names,
  query: NoticeQuery,
): (readonly [condition: string, value?: SqlValue])[] {
  const { accountId, category, nature, direction, connectionIp, recipientDomain, program } = query;
  const named = (kind: 'ip' | 'domain' | 'program', value: string) =>
    [`${kind}_ref = ?`, names.find(accountId, kind, value) ?? -1] as const;
  const throttled = nature !== null || direction !== null || connectionIp !== null;
  return [
    ...(category === null ? [] : [['category = ?', category] as const]),
    // What only throttle rejections have is asked of them alone, as the charts do.
    ...(throttled ? [["category = 'throttle' AND certain = 1"] as const] : []),
    ...(nature === null ? [] : [['(permanent IS 1) = ?', nature === 'permanent' ? 1 : 0] as const]),
    ...(direction === null ? [] : [["coalesce(direction, 'unknown') = ?", direction] as const]),
    ...(connectionIp === null ? [] : [named('ip', connectionIp)]),
    ...(recipientDomain === null ? [] : [named('domain', recipientDomain)]),
    ...(program === null ? [] : [named('program', program)]),
  ];
}
