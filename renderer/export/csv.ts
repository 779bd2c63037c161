import type { TableData } from '../charts/table-data.ts';

/** A spreadsheet takes these at the start of a cell for a formula, also behind white space. */
const formula = /^[\s]*[=+\-@]|^[\t\r]/;

/** One cell: a formula becomes text, quotes are doubled. Numbers of ours stay numbers, also negative ones. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

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
