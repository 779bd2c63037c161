import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { launchTarget } from '../../../app/toolchain/electron-runtime.ts';
import { startApp } from '../../e2e/app.ts';

const rounds = 5;
const emptyMain = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<title>empty</title>'));`;

/**
 * Launches an empty Electron window and the app in turns, so that a busy machine is busy for both. The app is usable
 * when its chart is painted, which comes last; without an account, when its first screen is there.
 * @param data a data folder with rejections
 * @returns medians in milliseconds
 */
export async function measureStart(data: string): Promise<{
  readonly empty: number;
  /** With a new profile, as the app has at its first run. */
  readonly emptyFirst: number;
  readonly painted: number;
  readonly first: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-start-'));
  try {
    const main = join(folder, 'empty.cjs');
    writeFileSync(main, emptyMain);
    const empty: number[] = [];
    const emptyFirst: number[] = [];
    const painted: number[] = [];
    const first: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      empty.push(await timeEmpty(main, join(folder, 'profile')));
      emptyFirst.push(await timeEmpty(main, join(folder, `profile-${round}`)));
      painted.push(await timeUsable(data, 'path[data-series="transient"][d^="M"]'));
      first.push(await timeUsable(join(folder, `first-${round}`), '#root button'));
    }
    return {
      ...{ empty: median(empty), emptyFirst: median(emptyFirst) },
      ...{ painted: median(painted), first: median(first) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param profile Chromium's folder: one that is not there yet is made, which takes the empty window time too */
async function timeEmpty(main: string, profile: string): Promise<number> {
  const target = launchTarget();
  const start = performance.now();
  const app = await _electron.launch({
    executablePath: target.executablePath,
    // The app's own folder is the last argument of the target; flags before it are the machine's.
    args: [
      ...target.args.filter((arg) => arg.startsWith('--')),
      `--user-data-dir=${profile}`,
      main,
    ],
  });
  await (await app.firstWindow()).waitForLoadState('load');
  const spent = performance.now() - start;
  await app.close();
  return spent;
}

/** @param shown a selector of what is there when the screen can be used */
async function timeUsable(data: string, shown: string): Promise<number> {
  const start = performance.now();
  const app = await startApp({ data });
  await app.page.locator(shown).first().waitFor({ state: 'visible' });
  const spent = performance.now() - start;
  await app.close();
  return spent;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
