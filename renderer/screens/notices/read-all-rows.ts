import type { Argument, NoticeRow } from '../../../app/api/contract.ts';
import { mostExportBytes } from '../../../app/api/contract.ts';
import { ok, type Result } from '../../../app/result.ts';
import { client } from '../../client.ts';

/** The question that the table asks, without its page. */
export type Asked = Omit<Argument<'notice:list'>, 'offset' | 'limit'>;

const pageSize = 500;
/** Room for the head of the file. */
const mostBytes = mostExportBytes - 64 * 1024;

export interface AllRows {
  readonly lines: readonly string[];
  /** How many rows the lines hold; fewer than `total` where the file would have become too large. */
  readonly rows: number;
  readonly total: number;
}

/** Page by page, until all rows that fit are there, or as many as a file may hold. */
export async function readAllRows(
  asked: Asked,
  lineOf: (row: NoticeRow) => string,
): Promise<Result<AllRows>> {
  const lines: string[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (;;) {
    const page = await client.notices({ ...asked, offset: lines.length, limit: pageSize });
    if (!page.ok) return page;
    const { rows, total } = page.value;
    for (const row of rows) {
      const line = lineOf(row);
      bytes += encoder.encode(line).length + 2;
      if (bytes > mostBytes) return ok({ lines, rows: lines.length, total });
      lines.push(line);
    }
    if (rows.length === 0 || lines.length >= total)
      return ok({ lines, rows: lines.length, total: Math.max(total, lines.length) });
  }
}
