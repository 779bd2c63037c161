import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { launchTarget } from '../../app/toolchain/electron-runtime.ts';

export interface StartedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What went wrong in the window: errors on its console (a breach of the policy is one) and page errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface StartOptions {
  /** The data folder; the same one again is a restart. */
  readonly data: string;
  readonly args?: readonly string[];
  readonly language?: 'en' | 'zh-CN';
  /** Beside the test's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where to write complaints, so that a test's list outlives a restart. */
  readonly complaints?: string[];
}

/** A data folder of its own for one test. */
export function temporaryData(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the built app as a person would, with nothing of the test in it. */
export async function startApp(options: StartOptions): Promise<StartedApp> {
  const { data, args = [], language = 'en', complaints = [], env = {} } = options;
  const target = launchTarget();
  const app = await _electron.launch({
    executablePath: target.executablePath,
    args: [...target.args, '--data', data, `--lang=${language}`, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.setDefaultTimeout(30_000);
  return { app, page, complaints, close: () => app.close() };
}

/** Chooses the certificate authority in the connect form; stands for the person in the system's file dialog. */
export async function chooseCaFile({ app, page }: StartedApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.locator('.sw-own-ca button').first().click();
}
