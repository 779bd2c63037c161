import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { databaseFile } from '../../app/store/data-folder.ts';
import { build } from '../../app/toolchain/build.ts';
import { prepareElectron } from '../../app/toolchain/electron-runtime.ts';
import { finish, run } from '../../app/toolchain/run.ts';
import { ensureTestPackages } from '../../app/toolchain/system-packages.ts';
import { onScreen } from '../setup/vitest.ts';
import { measureBundle } from './app/bundle.ts';
import { measureDrag, type FrameCost } from './app/drag.ts';
import { measureIdle } from './app/idle.ts';
import { measureMemory } from './app/memory.ts';
import { measureStart } from './app/start.ts';
import { writeDatabase } from './health/history.ts';

/**
 * `npm run bench:app [-- --part start --part drag]`: how the window keeps the measures of docs/architecture.md, in the
 * real Electron. Parts: bundle, start, drag (a million rejections, `--rejections`), idle (a minute, `--seconds`),
 * memory (eight simulated hours, `--hours`). Ends with 1 when a measure is missed.
 */
const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    rejections: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
    hours: { type: 'string', default: '8' },
    'on-screen': { type: 'boolean', default: false },
  },
});

const missed: string[] = [];
const check = (name: string, value: number, most: number, unit: string): void => {
  const held = value <= most;
  const digits = most < 10 ? 2 : 0;
  console.log(
    `  ${held ? 'held  ' : 'MISSED'} ${name}: ${value.toFixed(digits)} ${unit} (at most ${most})`,
  );
  if (!held) missed.push(name);
};

const parts = {
  async bundle() {
    const { named, loaded, files } = await measureBundle(await history(10_000));
    console.log(`  ${files.length} files are loaded before the overview can be used`);
    check('named by the page, gzipped', named, 350, 'kB');
    check('loaded until the overview can be used, gzipped', loaded, 350, 'kB');
  },
  async start() {
    const { empty, emptyFirst, painted, first } = await measureStart(await history(10_000));
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    console.log(
      `  empty window ${ms(empty)}, with a new profile ${ms(emptyFirst)}, overview with its chart ${ms(painted)}, first run ${ms(first)}`,
    );
    check('start to the overview', painted / empty, 1.5, 'times an empty window');
    check('start to the first run', first / emptyFirst, 1.5, 'times an empty window');
  },
  async drag() {
    const { drag, pan } = await measureDrag(await history(Number(values.rejections)));
    const say = (name: string, { median, p95, most, layout }: FrameCost): void =>
      console.log(
        `  ${name}: script a frame ${[median, p95, most].map((each) => each.toFixed(2)).join(' / ')} ms (median, 95 %, most), style and layout ${layout.toFixed(2)} ms`,
      );
    say('drag', drag);
    say('move with the wheel', pan);
    check('script in the slowest 5 % of frames of a drag', drag.p95, 12, 'ms');
    check('script in a usual step of moving the window of time', pan.median, 12, 'ms');
  },
  async idle() {
    const { quiet, counting } = await measureIdle(Number(values.seconds) * 1000);
    check('idle while watching', quiet, 1, '% of one core');
    check('the same with a countdown', counting, 1, '% of one core');
  },
  async memory() {
    const { before, after, notices, looks } = await measureMemory(Number(values.hours));
    const say = (name: string, { main, window, nodes }: typeof before): void =>
      console.log(
        `  ${name}: main ${main.toFixed(1)} MB, window ${window.toFixed(1)} MB, ${nodes} nodes`,
      );
    console.log(`  ${notices} notices arrived, ${looks} looks`);
    say('after a first half hour', before);
    say(`after ${values.hours} hours more`, after);
    check(
      'growth of main and window',
      after.main + after.window - before.main - before.window,
      10,
      'MB',
    );
  },
} as const;

const folders: string[] = [];

/** A data folder with so many stored rejections. */
async function history(rejections: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-app-'));
  folders.push(folder);
  await writeDatabase(databaseFile(folder), rejections, Date.now());
  return folder;
}

async function bench(): Promise<number> {
  if (!values['on-screen']) {
    ensureTestPackages();
    await build();
    await prepareElectron();
    const self = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const [command = '', ...args] = onScreen([process.execPath, ...self, '--on-screen'], false);
    return run(command, args);
  }
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (values.part && !values.part.includes(name)) continue;
      console.log(name);
      await measure();
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  return missed.length === 0 ? 0 : 1;
}

await finish(bench());
