import { describe, expect, it } from 'vitest';
import { cell } from '../../../renderer/charts/table-data.ts';
import { csvCell, toCsv } from '../../../renderer/export/csv.ts';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n@x'])(
    'that a spreadsheet would take for a formula becomes text: %j',
    (value) => {
      expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps quotes, commas and line ends', () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  });

  it('that is a number of ours stays one', () => {
    expect([csvCell(-3), csvCell(1200)]).toEqual(['-3', '1200']);
  });
});

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
