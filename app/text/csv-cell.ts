/**
 * What a spreadsheet takes for a formula: these at the start of a cell, also behind white space or characters that
 * it does not show. The full-width signs count too, since East Asian spreadsheets take them for the same.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * One cell of a CSV (RFC 4180): a formula gets an apostrophe before it and stays text, quotes are doubled. Numbers
 * of ours stay numbers, also negative ones. Every CSV of the app and the command line is made of these.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
