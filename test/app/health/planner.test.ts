import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanNames, spans, type HighestPace } from '../../../app/health/pace.ts';
import { planSending } from '../../../app/health/planner.ts';

const of = (messages: number | null) =>
  messages === null ? null : { messages, recipients: messages };
const highest = (minute: number | null, hour: number | null, day: number | null): HighestPace => ({
  ...{ minute: of(minute), hour: of(hour), day: of(day) },
});

describe('planSending', () => {
  it('says nothing where nothing was observed', () => {
    expect(planSending(400, highest(null, null, null))).toBeNull();
  });

  it('spreads over hours by a safe share of the observed hour', () => {
    const plan = planSending(400, highest(10, 100, 1000), 0.8);
    expect(plan).toMatchObject({ interval: 45_000, duration: 399 * 45_000, perDay: [400] });
    expect(plan?.paces.map(({ span }) => span)).toEqual(['minute', 'hour']);
  });

  it('spreads over days where the day is what holds it back', () => {
    const plan = planSending(400, highest(10, 100, 200), 0.8);
    expect(plan?.perDay).toEqual([160, 160, 80]);
  });

  it('needs no spreading below what went through in a minute', () => {
    expect(planSending(5, highest(10, 100, 200))).toMatchObject({ duration: 0, paces: [] });
    expect(planSending(0, highest(10, 100, 200))).toMatchObject({ duration: 0, perDay: [] });
  });

  it('gives no plan that takes longer than a year', () => {
    expect(planSending(1_000_000, highest(1, 1, 1))).toBeNull();
  });

  it('never puts more than the safe share into any stretch', () => {
    const pace = fc.option(fc.integer({ min: 1, max: 5000 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), pace, pace, pace, (count, ...paces) => {
        const observed = highest(...paces);
        const plan = planSending(count, observed, 0.8);
        if (!plan) return;
        expect(plan.perDay.reduce((sum, each) => sum + each, 0)).toBe(count);
        for (const span of spanNames) {
          const most = observed[span]?.messages;
          if (most === undefined) continue;
          const inStretch =
            plan.interval === 0
              ? count
              : Math.min(count, Math.floor((spans[span] - 1) / plan.interval) + 1);
          expect(inStretch).toBeLessThanOrEqual(Math.max(1, Math.floor(most * 0.8)));
        }
      }),
    );
  });
});
