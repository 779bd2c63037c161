import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../../dist/cli.cjs', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SendwellOptions {
  readonly env?: Record<string, string>;
  readonly input?: string;
  readonly interruptAfter?: number;
  /** Interrupts as soon as standard error says so. */
  readonly interruptAt?: RegExp;
  /** Interrupts when this is settled. */
  readonly interruptWhen?: Promise<unknown>;
  /** What the process is ended with at once when this is settled; it may have ended before. */
  readonly killWhen?: Promise<unknown>;
  /** A program that runs it, with its arguments: `prlimit --fsize=…`. */
  readonly under?: readonly string[];
}

/** Runs the built command line, as its users do: with node alone. */
export function sendwell(args: readonly string[], options: SendwellOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C.UTF-8' };
    delete env['SENDWELL_PASSWORD'];
    delete env['SENDWELL_DATA'];
    const [program = '', ...rest] = [...(options.under ?? []), process.execPath, built, ...args];
    const child = spawn(program, rest, {
      env: { ...env, ...options.env },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const { interruptAt } = options;
    let interrupted = false;
    if (interruptAt)
      child.stderr.on('data', () => {
        // A second one would end the command at once.
        if (interrupted || !interruptAt.test(stderr)) return;
        interrupted = child.kill('SIGINT');
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(options.input ?? '');
    void options.interruptWhen?.then(() => child.kill('SIGINT'));
    void options.killWhen?.then(() => child.kill('SIGKILL'));
    if (options.interruptAfter !== undefined)
      setTimeout(() => child.kill('SIGINT'), options.interruptAfter);
  });
}
