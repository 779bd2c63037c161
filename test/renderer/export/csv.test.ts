import { describe, expect, it } from 'vitest';
import { cell } from '../../../renderer/charts/table-data.ts';
import { toCsv } from '../../../renderer/export/csv.ts';

describe('a table', () => {
  it('is UTF-8 with its mark, lines end with CR LF, and times and numbers are as programs take them', () => {
    const bytes = toCsv({
      caption: '',
      columns: ['Time', '=name'],
      rows: [[cell('3 Nov', '2026-11-03T00:00:00+08:00'), cell('1,200', 1200)]],
    });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      "Time,'=name\r\n2026-11-03T00:00:00+08:00,1200\r\n",
    );
  });
});
