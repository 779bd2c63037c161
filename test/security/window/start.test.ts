import { spawn } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTarget } from '../../../app/toolchain/electron-runtime.ts';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { filesBelow } from '../../e2e/files.ts';
import { scanEnded } from '../../e2e/screens.ts';

const data = temporaryData();
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder, args: ['--sample'] });
  await scanEnded(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('a started app', () => {
  it('keeps what it writes from other people on this computer', () => {
    const files = filesBelow(data.folder);
    expect(files.some((path) => path.endsWith('sendwell.db'))).toBe(true);
    const open = files.filter((path) => (lstatSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  it('lets no second one in to the same data, whatever that one is told', async () => {
    const { executablePath, args } = launchTarget();
    const second = spawn(executablePath, [
      ...args,
      '--sample',
      '--data',
      data.folder,
      '--lang=zh-CN',
    ]);
    const status = await new Promise((resolve) => second.on('close', resolve));
    expect(status).toBe(0);
    expect(await started.page.evaluate(() => document.documentElement.lang)).toBe('en');
    const windows = await started.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });
});
