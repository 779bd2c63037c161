import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.ts';

/** Set-up that cannot go on: the message tells the person what to do; the command ends with status 1. */
export class SetupProblem extends Error {}

export function say(message: string): void {
  process.stderr.write(`sendwell: ${message}\n`);
}

/** Runs a command with this terminal's output and resolves to its exit status (128 + number for a signal). */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** Runs a command quietly; null when it is missing, fails or takes longer than `timeout` milliseconds. */
export function output(
  command: string,
  args: readonly string[],
  timeout = 60_000,
  env: NodeJS.ProcessEnv = process.env,
): string | null {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout,
  });
  return status === 0 ? stdout : null;
}

/**
 * The last step of every script: expected problems become one line and status 1. It ends the process itself:
 * electron-builder's exit hook would otherwise end it with 0, whatever the status.
 */
export async function finish(work: Promise<number>): Promise<never> {
  process.exit(await statusOf(work));
}

async function statusOf(work: Promise<number>): Promise<number> {
  try {
    return await work;
  } catch (error) {
    say(error instanceof SetupProblem ? error.message : String((error as Error).stack ?? error));
    return 1;
  }
}
