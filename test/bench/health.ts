import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../app/toolchain/build.ts';
import { prepareElectron } from '../../app/toolchain/electron-runtime.ts';
import { databaseFile } from '../../app/store/data-folder.ts';
import { openStore } from '../../app/store/store.ts';
import { writeHistory } from './health/history.ts';
import { onScreen } from '../setup/vitest.ts';

/**
 * `npm run bench:health [-- REJECTIONS]`: what the overview costs with a million stored rejections and as many mails
 * in Sent, cold after a restart and in a process of its own; then how long the window takes to paint its chart beside
 * an empty Electron window. Prints each number with its target and fails nothing.
 * Questions are measured in processor time, so that a busy machine measures the same.
 */
const count = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
const now = Date.UTC(2026, 2, 10, 12);
const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
try {
  const file = databaseFile(folder);
  const writing = performance.now();
  await write(file, count, now);
  const seconds = (performance.now() - writing) / 1000;
  console.log(
    `${count.toLocaleString('en')} rejections and as many mails written in ${seconds.toFixed(0)} s, ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`,
  );
  const measured = JSON.parse(
    execFileSync(
      process.execPath,
      [
        ...process.execArgv,
        fileURLToPath(new URL('health/measure.ts', import.meta.url)),
        file,
        String(now),
      ],
      { encoding: 'utf8' },
    ),
  ) as {
    opened: number;
    cold: number;
    warm: number;
    firstChart: number;
    zooms: number[];
    peakMegabytes: number;
  };
  const { opened, cold, warm, firstChart, zooms, peakMegabytes } = measured;
  report('overview, cold', cold, 300, 'ms');
  report('overview, again', warm, 300, 'ms');
  report('chart, first', firstChart, 100, 'ms');
  report('zoom step, slowest', Math.max(...zooms), 100, 'ms');
  report('peak memory', peakMegabytes, 300, 'MB');
  console.log(`opening the file      ${opened.toFixed(0)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (!process.argv.includes('--no-window')) await measureWindow();

/** In a process of its own, which `xvfb-run` gives a screen where there is none. */
async function measureWindow(): Promise<void> {
  await build();
  await prepareElectron();
  const data = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
  try {
    await write(databaseFile(data), 10_000, Date.now());
    const script = fileURLToPath(new URL('health/start.ts', import.meta.url));
    const [command = '', ...args] = onScreen(
      [process.execPath, ...process.execArgv, script, data],
      false,
    );
    const { empty, painted } = JSON.parse(execFileSync(command, args, { encoding: 'utf8' })) as {
      empty: number;
      painted: number;
    };
    console.log(`empty Electron window ${empty.toFixed(0)} ms`);
    console.log(`launch to chart       ${painted.toFixed(0)} ms, 10,000 rejections`);
    report('ratio', painted / empty, 2, 'times');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function write(file: string, rejections: number, at: number): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true });
  if (existsSync(file)) throw new Error('there is a database already');
  const opened = await openStore(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  const accountId = writeHistory(opened.value, rejections, at);
  // As the app does at the end of a scan, when it shows the overview.
  opened.value.rejections.columns(accountId);
  opened.value.sent.columns(accountId);
  opened.value.close();
}

function report(name: string, value: number, target: number, unit: string): void {
  const shown = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  console.log(
    `${name.padEnd(21)} ${shown.padEnd(10)} target ${target} ${unit}: ${value <= target ? 'met' : 'missed'}`,
  );
}
