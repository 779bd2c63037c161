import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import type { ScanStatus } from '../api/contract.ts';
import type { Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import type { StartOptions } from './start-options.ts';

/** Long for any machine that could use the app; a step that hangs must not hang an installer's check. */
const limit = 90_000;
/** A window that only shows its background is one colour. */
const fewestColours = 20;

/** `--self-test`: a data folder of its own with the sample, whatever else was typed. */
export function selfTestOptions(options: StartOptions): StartOptions {
  try {
    return { ...options, sample: true, data: mkdtempSync(join(tmpdir(), 'sendwell-self-test-')) };
  } catch (error) {
    process.stdout.write(`self-test: failed: the temporary folder: ${String(error)}\n`);
    process.exit(1);
  }
}

/**
 * Checks that this installation works: its database opens, the sample is scanned, the window draws. Says each
 * step on standard output and ends the app with 0, or with 1 and the step that failed.
 */
export async function runSelfTest(parts: {
  readonly app: App;
  readonly folder: string;
  readonly store: Result<Store>;
  readonly scanStatus: () => ScanStatus | null;
  readonly window: () => BrowserWindow | null;
}): Promise<void> {
  const { app, store, window } = parts;
  let step = 'the database';
  const say = (words: string): void => void process.stdout.write(`self-test: ${words}\n`);
  const end = (status: number): void => {
    clearTimeout(late);
    if (store.ok) store.value.close();
    process.on('exit', () => removeQuietly(parts.folder));
    app.exit(status);
  };
  const late = setTimeout(() => {
    say(`failed: ${step} took longer than ${String(limit / 1000)} s`);
    end(1);
  }, limit);
  try {
    if (!store.ok) throw new Error(`${store.problem.code} ${store.problem.detail ?? ''}`);
    say('the database opens');
    step = 'the scan of the sample';
    const { phase, notices } = await ended(parts.scanStatus);
    if (phase !== 'done' || notices === 0) throw new Error(`${phase}, ${String(notices)} notices`);
    say(`the sample is scanned: ${String(notices)} notices`);
    step = 'the window';
    say(`the window draws: ${String(await coloursDrawn(window()))} colours`);
    say('passed');
    end(0);
  } catch (error) {
    say(`failed: ${step}: ${error instanceof Error ? error.message : String(error)}`);
    end(1);
  }
}

/** Windows keeps files that are still open; its system clears the temporary folder. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // What is left is the sample's, and nobody's secret.
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

async function ended(scanStatus: () => ScanStatus | null): Promise<ScanStatus> {
  for (;;) {
    const status = scanStatus();
    if (status && ['done', 'failed', 'cancelled'].includes(status.phase)) return status;
    await pause();
  }
}

/** Waits until the hidden window shows something and counts the colours of every 16th pixel. */
async function coloursDrawn(window: BrowserWindow | null): Promise<number> {
  if (window === null) throw new Error('there is none');
  for (;;) {
    const bitmap = (await window.webContents.capturePage()).toBitmap();
    const colours = new Set<number>();
    for (let at = 0; at + 4 <= bitmap.length; at += 64) colours.add(bitmap.readUInt32LE(at));
    if (colours.size >= fewestColours) return colours.size;
    await pause();
  }
}
