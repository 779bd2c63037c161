import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart, type ChartFilter } from '../../../app/health/chart.ts';
import { day, hour } from '../../../app/health/episodes.ts';
import { columnsOf, sentOf, type TestFailure } from './columns.ts';

const all: ChartFilter = {
  ...{ from: null, to: null, nature: null, direction: null },
  ...{ ip: null, domain: null, program: null },
};
const utc = () => 0;
const start = Date.UTC(2026, 2, 2);
const range = { from: start, to: start + 10 * day };

describe('drawChart', () => {
  it('counts rejections by the hour of the viewer’s week', () => {
    const { columns } = columnsOf([{ at: start + 20 * hour + 60_000 }]);
    const shown = (offset: number): [number, number] => {
      const { hours } = drawChart(columns, sentOf([]), all, range, 'auto', () => offset);
      const weekdayIndex = hours.findIndex((row) => row.includes(1));
      return [weekdayIndex, hours[weekdayIndex]!.indexOf(1)];
    };
    expect(shown(0)).toEqual([0, 20]);
    expect(shown(8 * hour)).toEqual([1, 4]);
    expect(shown(5.5 * hour)).toEqual([1, 1]);
  });

  it('groups by address, domain and program, the largest first, "not known" among them', () => {
    const { columns, idOf } = columnsOf([
      { at: start, ip: '203.0.113.9', recipient: 'a@x.example.com', permanent: true },
      { at: start + 1, ip: '203.0.113.9', recipient: 'b@x.example.com' },
      { at: start + 2, ip: null, recipient: null },
    ]);
    const chart = drawChart(columns, sentOf([]), all, range, 'auto', utc);
    expect(chart.ips.groups).toEqual([
      { id: idOf('203.0.113.9'), transient: 1, permanent: 1 },
      { id: 0, transient: 1, permanent: 0 },
    ]);
    expect(chart.domains).toMatchObject({ rest: 0 });
  });

  it('says how many groups it does not list', () => {
    const failures = Array.from({ length: 60 }, (_, index) => ({
      ...{ at: start + index, recipient: `a@d${index}.example.com` },
    }));
    const { domains } = drawChart(columnsOf(failures).columns, sentOf([]), all, range, 'auto', utc);
    expect([domains.groups.length, domains.rest]).toEqual([50, 10]);
  });

  it('agrees with a count by hand, whatever the filter', () => {
    const failure = fc.record({
      at: fc.integer({ min: start, max: range.to }),
      permanent: fc.boolean(),
      counted: fc.boolean(),
      direction: fc.constantFrom('own-account', 'recipient-server', 'unknown'),
      ip: fc.constantFrom(null, '203.0.113.9', '192.0.2.1'),
      recipient: fc.constantFrom('a@x.example.com', 'b@y.example.com'),
    }) satisfies fc.Arbitrary<TestFailure>;
    const filter = fc.record({
      from: fc.option(fc.integer({ min: start, max: range.to })),
      nature: fc.option(fc.constantFrom('transient', 'permanent')),
      direction: fc.option(fc.constantFrom('own-account', 'unknown')),
      ip: fc.option(fc.constantFrom('203.0.113.9', '')),
    });
    fc.assert(
      fc.property(fc.array(failure, { maxLength: 60 }), filter, (failures, wanted) => {
        const { columns, idOf } = columnsOf(failures);
        const chart = drawChart(
          ...([columns, sentOf(failures.map(({ at }) => at))] as const),
          { ...all, ...wanted, ip: wanted.ip === null ? null : idOf(wanted.ip) },
          ...([range, 'auto', utc] as const),
        );
        const expected = failures.filter(
          ({ at, permanent, counted, direction, ip }) =>
            counted &&
            (wanted.from === null || at >= wanted.from) &&
            (wanted.nature === null || (wanted.nature === 'permanent') === permanent) &&
            (wanted.direction === null || wanted.direction === direction) &&
            (wanted.ip === null || wanted.ip === (ip ?? '')),
        );
        const permanent = expected.filter((each) => each.permanent).length;
        const counts = { permanent, transient: expected.length - permanent };
        expect(chart).toMatchObject(counts);
        const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);
        expect(sum(chart.buckets.map((bucket) => bucket.permanent))).toBe(counts.permanent);
        expect(sum(chart.buckets.map((bucket) => bucket.transient))).toBe(counts.transient);
        expect(sum(chart.hours.flat())).toBe(expected.length);
        for (const groups of [chart.ips, chart.domains, chart.programs])
          expect(sum(groups.groups.map((g) => g.transient + g.permanent))).toBe(expected.length);
      }),
    );
  });
});
