import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../app/text/csv-cell.ts';

describe('a cell', () => {
  it.each([
    ...['=1+1', '=cmd|x@example.com', '+1', '-1', '-a@example.com', '@SUM(A1)', '\t=1', '\r=1'],
    ...['  =1', '\n@x', '\tx', '\rx', '＝1+1', '＠x', '\u200b=1', '\ufeff=1', '\0=1', '\u00a0+1'],
  ])('that a spreadsheet would take for a formula becomes text: %j', (value) => {
    const cell = csvCell(value);
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(parse(cell)).toEqual([[`'${value}`]]);
  });

  it.each(['a "b", c\nd', 'a,"b"\r\nc;d', 'a\tb', ' a ', 'a-b', 'owner@example.com', '1=1'])(
    'keeps %j as one and as it is',
    (value) => {
      expect(parse(csvCell(value))).toEqual([[value]]);
    },
  );

  it('that is a number of ours stays one; nothing is nothing', () => {
    expect([csvCell(-3), csvCell(1200), csvCell(null)]).toEqual(['-3', '1200', '']);
  });
});
