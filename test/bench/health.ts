import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFile } from '../../app/store/data-folder.ts';
import { writeDatabase } from './health/history.ts';

/**
 * `npm run bench:health [-- REJECTIONS]`: what the overview costs with a million stored rejections and as many mails
 * in Sent, cold after a restart and in a process of its own. Prints each number with its target and fails nothing;
 * what the window makes of it is measured by bench:app.
 * Questions are measured in processor time, so that a busy machine measures the same.
 */
const count = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
const now = Date.UTC(2026, 2, 10, 12);
const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
try {
  const file = databaseFile(folder);
  const writing = performance.now();
  await writeDatabase(file, count, now);
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

function report(name: string, value: number, target: number, unit: string): void {
  const shown = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  console.log(
    `${name.padEnd(21)} ${shown.padEnd(10)} target ${target} ${unit}: ${value <= target ? 'met' : 'missed'}`,
  );
}
