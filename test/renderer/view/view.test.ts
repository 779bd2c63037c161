import { describe, expect, it } from 'vitest';
import {
  currentPreset,
  filterAt,
  isWhole,
  narrow,
  rangeAt,
  stepBack,
  wholeTime,
  wholeView,
  zoomTo,
} from '../../../renderer/view/view.ts';

const day = 86_400_000;

describe('the shared view', () => {
  it('goes back step by step, and to the whole time at once', () => {
    const near = zoomTo(zoomTo(wholeView, { preset: 'month' }), { from: 1, to: 9 });
    expect(rangeAt(near, 0)).toEqual({ from: 1, to: 9 });
    expect(currentPreset(stepBack(near))).toBe('month');
    expect(isWhole(stepBack(stepBack(near)))).toBe(true);
    expect(isWhole(stepBack(wholeView))).toBe(true);
    expect(isWhole(wholeTime(near))).toBe(true);
  });

  it('takes the turns of one wheel as one step', () => {
    const first = zoomTo(wholeView, { from: 0, to: 100 });
    const turned = zoomTo(zoomTo(first, { from: 10, to: 90 }, true), { from: 20, to: 80 }, true);
    expect(turned.spans).toHaveLength(1);
    expect(rangeAt(turned, 0)).toEqual({ from: 20, to: 80 });
  });

  it('keeps no more steps than anybody goes back', () => {
    let view = wholeView;
    for (let step = 0; step < 500; step += 1) view = zoomTo(view, { from: step, to: step + 1 });
    expect(view.spans.length).toBeLessThanOrEqual(50);
    expect(rangeAt(view, 0)).toEqual({ from: 499, to: 500 });
  });

  it('lets the last 24 hours move on with the clock, and what was drawn stay', () => {
    const last = zoomTo(wholeView, { preset: 'day' });
    expect(rangeAt(last, 10 * day)).toEqual({ from: 9 * day, to: 10 * day });
    expect(rangeAt(last, 11 * day)).toEqual({ from: 10 * day, to: 11 * day });
  });

  it('is one filter for main, in which an empty name means: not known', () => {
    const view = narrow(zoomTo(wholeView, { from: 1, to: 2 }), {
      program: '',
      nature: 'permanent',
    });
    expect(filterAt(view, 0)).toEqual({
      from: 1,
      to: 2,
      nature: 'permanent',
      direction: null,
      connectionIp: null,
      recipientDomain: null,
      program: '',
    });
  });
});
