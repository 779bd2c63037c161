import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { overviewShown } from './screens.ts';

const data = temporaryData();
// The sample has a folder of its own in there.
const file = join(data.folder, 'sample', 'window.json');
let started: StartedApp;

const start = async (): Promise<void> => {
  started = await startApp({ data: data.folder, args: ['--sample'] });
  await overviewShown(started.page);
};
const again = async (): Promise<void> => {
  await started.close();
  await start();
};
const state = () =>
  started.app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    return {
      bounds: window.getBounds(),
      zoom: Math.round(window.webContents.getZoomFactor() * 100),
      area: screen.getPrimaryDisplay().workArea,
    };
  });

beforeAll(start);
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('the window', () => {
  const place = { x: 30, y: 20, width: 1000, height: 700 };

  it('comes back where it was, as large and as near', async () => {
    await started.app.evaluate(({ BrowserWindow, Menu }, bounds) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      for (let times = 0; times < 2; times += 1) items?.find(({ id }) => id === 'zoom-in')?.click();
    }, place);
    // The window asks for it.
    await expect.poll(async () => (await state()).zoom).toBe(125);
    await again();
    expect(await state()).toMatchObject({ bounds: place, zoom: 125 });
  });

  it('comes back where it can be seen, when its display is gone', async () => {
    await started.close();
    const remembered = readFileSync(file, 'utf8').replace('"x": 30', '"x": 9000');
    writeFileSync(file, remembered.replace('"y": 20', '"y": -4000'));
    await start();
    const { bounds, area } = await state();
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
    expect(bounds.y).toBeGreaterThanOrEqual(area.y);
    expect(bounds).toMatchObject({ width: 1000, height: 700 });
  });

  it('opens as at the first start where the file is damaged', async () => {
    await started.close();
    writeFileSync(file, '{"version":1,"zoom":"large"');
    await start();
    expect(await state()).toMatchObject({ zoom: 100 });
  });
});
