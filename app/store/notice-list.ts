import type { Category, Notice } from '../bounce/notice.ts';
import type { Database, SqlValue } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

export interface NoticeQuery {
  readonly accountId: number;
  /** Limits on the time of the notice, [from, to). */
  readonly from: number | null;
  readonly to: number | null;
  readonly category: Category | null;
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
  if (query.category !== null)
    add(
      'EXISTS (SELECT 1 FROM failure WHERE notice_id = notice.id AND category = ?)',
      query.category,
    );
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
