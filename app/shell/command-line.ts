import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script, createContext } from 'node:vm';
import { Worker } from 'node:worker_threads';

/** What stands behind `--cli`; null when the app is to open its window. */
export function commandArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at < 0 ? null : argv.slice(at + 1);
}

/** Slots of the memory that both threads see. */
export const state = { ended: 0, exitCode: 1, interrupts: 2, never: 3 } as const;

export interface ThreadData {
  readonly shared: Int32Array;
  /** The command line's code, and the name that it goes by: what it requires is looked for beside it. */
  readonly program: string;
  readonly file: string;
}

/**
 * Runs the command line inside the installed app and gives its exit status. Chromium ends the process where
 * there is no display as soon as main's script gives control back, so this thread does not: it waits while
 * the command runs in a thread of its own (app/command-thread.ts), which reads and writes the terminal itself.
 */
export function runCommandLine(appFolder: string, argv: readonly string[]): number {
  const shared = new Int32Array(new SharedArrayBuffer(4 * 4));
  // A thread cannot look into app.asar. This one can, and reads through Electron's integrity check.
  const source = (name: string): string => readFileSync(join(appFolder, name), 'utf8');
  const file = join(appFolder.replace(/app\.asar$/, 'app.asar.unpacked'), 'cli.cjs');
  const workerData: ThreadData = { shared, file, program: source('cli.cjs') };
  new Worker(source('command-thread.cjs'), { eval: true, argv: [...argv], workerData });
  // A sleeping thread hears no signal, except that Ctrl+C breaks a script that was started so.
  const sleep = new Script('Atomics.wait(shared, ended, 0)');
  const context = createContext({ shared, Atomics, ended: state.ended });
  while (Atomics.load(shared, state.ended) === 0) {
    try {
      sleep.runInContext(context, { breakOnSigint: true });
    } catch {
      Atomics.add(shared, state.interrupts, 1);
      Atomics.notify(shared, state.interrupts);
    }
  }
  return Atomics.load(shared, state.exitCode);
}
