import { describe, expect, it } from 'vitest';
import {
  arrangementOf,
  placeOn,
  type DisplayArea,
} from '../../../../app/shell/window/window-place.ts';

const display = (x: number, y: number, width: number, height: number, panel = 0): DisplayArea => ({
  bounds: { x, y, width, height },
  workArea: { x, y: y + panel, width, height: height - panel },
  scaleFactor: 1,
});
const laptop = display(0, 0, 1440, 900, 25);
const beside = display(1440, 0, 1920, 1080);
const at = (x: number, y: number, width = 1280, height = 800) => ({ x, y, width, height });

describe('a window', () => {
  it('stays where it is whole, also across two displays', () => {
    expect(placeOn(at(80, 50), [laptop, beside])).toEqual(at(80, 50));
    expect(placeOn(at(1000, 50), [laptop, beside])).toEqual(at(1000, 50));
  });

  it('comes back from a display that is gone', () => {
    expect(placeOn(at(1700, 100), [laptop])).toEqual(at(160, 100));
    expect(placeOn(at(-3000, -500), [laptop])).toEqual(at(0, 25));
    expect(placeOn(at(9000, 9000), [laptop, beside])).toEqual(at(1440 + 640, 280));
  });

  it('never lies below a panel or beyond an edge', () => {
    expect(placeOn(at(-40, 0), [laptop])).toEqual(at(0, 25));
    expect(placeOn(at(1400, 880), [laptop])).toEqual(at(160, 100));
  });

  it('shrinks to a smaller display', () => {
    expect(placeOn(at(100, 100, 3000, 2000), [laptop])).toEqual(at(0, 25, 1440, 875));
  });

  it('goes to the display that shows most of it', () => {
    expect(placeOn(at(1300, 900), [laptop, beside])).toEqual(at(1440, 280));
  });

  it('has no place where there is no display', () => {
    expect(placeOn(at(0, 0), [])).toBeNull();
    expect(placeOn(at(0, 0), [display(0, 0, 0, 0)])).toBeNull();
  });
});

it('an arrangement is the same in whatever order the system lists it', () => {
  expect(arrangementOf([laptop, beside])).toBe(arrangementOf([beside, laptop]));
  expect(arrangementOf([laptop])).not.toBe(arrangementOf([{ ...laptop, scaleFactor: 2 }]));
});
