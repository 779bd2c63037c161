import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every server here needs of the machine: a folder, a port, a process that ends with the tests. */

export const asRoot = process.getuid?.() === 0;

/** A fresh folder under the system's temp folder; servers that drop root must be able to walk into it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sendwell-${name}-`));
  chmodSync(folder, 0o711);
  atExit(() => removeFolder(folder));
  return folder;
}

export function removeFolder(folder: string): void {
  // A server that is still ending may write once more; rmSync retries then.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

/** The program's path, or an error that says which Debian package has it. */
export function findProgram(name: string, debianPackage: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  const path = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (path === undefined)
    throw new Error(`${name} is missing; on Debian: apt-get install ${debianPackage}`);
  return path;
}

/** Runs a program to its end; its output, or an error that carries what it said. */
export function run(program: string, args: readonly string[], input?: string): string {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    input: input ?? '',
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LANG: 'C' },
  });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return result.stdout;
}

export interface Daemon {
  /** What it wrote to standard output and error so far. */
  output(): string;
  readonly ended: boolean;
  stop(): Promise<void>;
}

/**
 * Starts a server in the foreground. It ends with `stop`, with this process, and also if this process is killed.
 * @param input what it reads from standard input
 */
export function startDaemon(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Daemon {
  const pdeathsig = existsSync('/usr/bin/setpriv');
  const options = { ...daemonOptions, env: { ...daemonOptions.env, ...env } };
  const child = pdeathsig
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', program, ...args], options)
    : spawn(program, args, options);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let text = '';
  const collect = (chunk: Buffer) => (text = (text + chunk.toString('utf8')).slice(-100_000));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.on('error', (error) => (text += String(error)));
  const forget = atExit(() => void child.kill('SIGTERM'));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    output: () => text,
    get ended() {
      return hasEnded();
    },
    stop: async () => {
      forget();
      if (!hasEnded()) await endChild(child);
    },
  };
}

const daemonOptions = {
  stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'],
  env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LANG: 'C' },
};

async function endChild(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(last);
}

/** Asks again every few milliseconds until the answer is neither null nor undefined. */
export async function until<T>(
  ask: () => T | null | undefined | Promise<T | null | undefined>,
  what: string,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const exitWork = new Set<() => void>();

/** Work for the moment this process ends, however it ends short of a kill; the answer takes it back. */
export function atExit(work: () => void): () => void {
  if (exitWork.size === 0) listenForTheEnd();
  exitWork.add(work);
  return () => void exitWork.delete(work);
}

let listening = false;

function listenForTheEnd(): void {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const work of [...exitWork].reverse()) work();
  });
}
