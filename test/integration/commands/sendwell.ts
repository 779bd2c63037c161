import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../../dist/cli.cjs', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as its users do: with node alone. */
export function sendwell(
  args: readonly string[],
  options: { env?: Record<string, string>; input?: string; interruptAfter?: number } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C.UTF-8' };
    delete env['SENDWELL_PASSWORD'];
    delete env['SENDWELL_DATA'];
    const child = spawn(process.execPath, [built, ...args], {
      env: { ...env, ...options.env },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(options.input ?? '');
    if (options.interruptAfter !== undefined)
      setTimeout(() => child.kill('SIGINT'), options.interruptAfter);
  });
}
