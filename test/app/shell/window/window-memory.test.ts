import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WindowMemory } from '../../../../app/shell/window/window-memory.ts';
import type { DisplayArea } from '../../../../app/shell/window/window-place.ts';
import { zoomed, zoomSteps } from '../../../../app/shell/window/zoom.ts';

const display = (x: number, width: number, height: number): DisplayArea => ({
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height },
  scaleFactor: 1,
});
const way = [display(0, 1440, 900)];
const desk = [display(0, 1440, 900), display(1440, 2560, 1440)];
const bounds = (x: number) => ({ x, y: 10, width: 1000, height: 700 });

let folder = '';
let file = '';
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'sendwell-window-'));
  file = join(folder, 'window.json');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

describe('what is remembered of the window', () => {
  it('is a place for each arrangement of displays', () => {
    const memory = new WindowMemory(file);
    expect(memory.place(way)).toBeNull();
    memory.note(desk, { bounds: bounds(2000), maximised: true });
    memory.note(way, { bounds: bounds(50), maximised: false });
    memory.save();
    const again = new WindowMemory(file);
    expect(again.place(desk)).toEqual({ bounds: bounds(2000), maximised: true });
    expect(again.place(way)).toEqual({ bounds: bounds(50), maximised: false });
    // Displays never seen before: as it was last, where that can be seen.
    expect(again.place([display(0, 1200, 800)])).toEqual({ bounds: bounds(50), maximised: false });
  });

  it('is written some time after the last of many changes, for its owner alone', () => {
    const memory = new WindowMemory(file);
    for (let x = 0; x < 100; x += 1) memory.note(way, { bounds: bounds(x), maximised: false });
    expect(readdirSync(folder)).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(readdirSync(folder)).toEqual(['window.json']);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(new WindowMemory(file).place(way)?.bounds.x).toBe(99);
  });

  it('keeps a bounded number of arrangements', () => {
    const memory = new WindowMemory(file);
    for (let width = 1000; width < 1050; width += 1)
      memory.note([display(0, width, 900)], { bounds: bounds(width), maximised: false });
    memory.save();
    const { places } = JSON.parse(readFileSync(file, 'utf8')) as { places: unknown[] };
    expect(places).toHaveLength(10);
  });

  it('is the zoom, and that the tray was explained', () => {
    const memory = new WindowMemory(file);
    memory.zoom = 1.5;
    memory.tellTray();
    memory.save();
    const { zoom, trayTold } = new WindowMemory(file);
    expect([zoom, trayTold]).toEqual([1.5, true]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"version":2}',
    '{"version":1,"zoom":99,"trayTold":false,"places":[]}',
    '{"version":1,"zoom":1,"trayTold":false,"places":[{"arrangement":"","bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximised":false}]}',
    ' '.repeat(200_000),
  ])('is nothing where the file is damaged', (content) => {
    writeFileSync(file, content);
    const memory = new WindowMemory(file);
    expect([memory.zoom, memory.place(way)]).toEqual([1, null]);
  });
});

it('zooms in steps that lead back to where they came from', () => {
  expect(zoomed(1, 'in')).toBe(1.1);
  expect(zoomed(1.0999999, 'out')).toBe(1);
  expect(zoomed(3, 'in')).toBe(3);
  expect(zoomed(0.5, 'out')).toBe(0.5);
  expect(zoomed(2.5, 'reset')).toBe(1);
  for (const each of zoomSteps.slice(1, -1)) expect(zoomed(zoomed(each, 'in'), 'out')).toBe(each);
});
