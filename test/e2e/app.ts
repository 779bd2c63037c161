import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { launchTarget } from '../../app/toolchain/electron-runtime.ts';

export interface StartedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What went wrong in the window: errors on its console (a breach of the policy is one) and page errors. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface StartOptions {
  /** The data folder; the same one again is a restart. */
  readonly data: string;
  readonly args?: readonly string[];
  readonly language?: 'en' | 'zh-CN';
}

/** A data folder of its own for one test. */
export function temporaryData(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the built app as a person would, with nothing of the test in it. */
export async function startApp(options: StartOptions): Promise<StartedApp> {
  const { data, args = [], language = 'en' } = options;
  const target = launchTarget();
  const app = await _electron.launch({
    executablePath: target.executablePath,
    args: [...target.args, '--data', data, `--lang=${language}`, ...args],
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.setDefaultTimeout(30_000);
  return { app, page, complaints, close: () => app.close() };
}
