import { csvCell } from '../../app/text/csv-cell.ts';
import type { TableData } from '../charts/table-data.ts';

/** As RFC 4180 has it, in UTF-8 with the mark that Excel needs to see so. */
export function toCsv(table: TableData): Uint8Array<ArrayBuffer> {
  const lines = [
    table.columns.map(csvCell).join(','),
    ...table.rows.map((row) => row.map(({ raw }) => csvCell(raw)).join(',')),
  ];
  return csvFile(lines);
}

export const csvFile = (lines: readonly string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
