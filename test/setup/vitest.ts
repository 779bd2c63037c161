import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../../app/toolchain/paths.ts';
import { run } from '../../app/toolchain/run.ts';
import { countReport, type Count } from './count.ts';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

/** `xvfb-run -a` before a command where there is no screen, or always when a test run should disturb nobody. */
export function onScreen(command: readonly string[], always: boolean): readonly string[] {
  const screen = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => Boolean(process.env[name]));
  const needed = process.platform === 'linux' && (always || !screen);
  return needed ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24', ...command] : command;
}

function vitestCommand(
  project: string,
  rest: readonly string[],
  node = process.execPath,
): readonly string[] {
  const config = join('test', 'vitest.config.ts');
  return [node, vitest, 'run', '--config', config, '--project', project, ...rest];
}

async function runCommand([command = '', ...args]: readonly string[]): Promise<number> {
  return run(command, args);
}

/** Runs one project for a person, `rest` being what they gave after `--`. */
export function runProject(
  project: string,
  needsScreen: boolean,
  rest: readonly string[],
): Promise<number> {
  const command = vitestCommand(project, rest);
  return runCommand(needsScreen ? onScreen(command, false) : command);
}

/**
 * Runs one project for `npm test` and counts its tests; the report stays in test/out/.
 * @param node another Node than the one that runs this
 */
export async function countProject(
  project: string,
  needsScreen: boolean,
  node?: string,
): Promise<Count> {
  const out = join(root, 'test', 'out');
  await mkdir(out, { recursive: true });
  const report = join(out, `${project}${node === undefined ? '' : '-newer-node'}.json`);
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = vitestCommand(project, reporters, node);
  const status = await runCommand(needsScreen ? onScreen(command, true) : command);
  return countReport(existsSync(report) ? await readFile(report, 'utf8') : null, status);
}
