import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unpackedFolder } from '../../app/toolchain/package.ts';

/** The packaged app's program. */
export const program = {
  linux: join(unpackedFolder(), 'sendwell'),
  win32: join(unpackedFolder(), 'Sendwell.exe'),
  darwin: join(unpackedFolder(), 'Sendwell.app', 'Contents', 'MacOS', 'Sendwell'),
}[process.platform as 'linux' | 'win32' | 'darwin'];

export const resources =
  process.platform === 'darwin'
    ? join(dirname(program), '..', 'Resources')
    : join(dirname(program), 'resources');

/** Chromium's sandbox refuses to run as root. */
export const sandbox =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Where no screen is, as on a server. */
  readonly headless?: boolean;
  /** Sent when standard error first says something of its own. */
  readonly interruptAfter?: number;
  readonly limit?: number;
  /** Without the switch that root needs. */
  readonly bare?: boolean;
}

/** Runs the packaged app with a temporary folder of its own, which is gone afterwards. */
export async function runInstalled(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const temporary = mkdtempSync(join(tmpdir(), 'sendwell-packaged-'));
  const hidden = new Set(['SENDWELL_PASSWORD', 'SENDWELL_DATA', 'NODE_OPTIONS', 'NODE_ENV']);
  if (options.headless === true) hidden.add('DISPLAY').add('WAYLAND_DISPLAY');
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !hidden.has(name))),
    LC_ALL: 'C.UTF-8',
    TMPDIR: temporary,
    ...options.env,
  };
  const child = spawn(program, [...(options.bare === true ? [] : sandbox), ...args], { env });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  child.stdin.end(options.input ?? '');
  if (options.interruptAfter !== undefined)
    setTimeout(() => child.kill('SIGINT'), options.interruptAfter);
  const late = setTimeout(() => child.kill('SIGKILL'), options.limit ?? 100_000);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(late);
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8');
  return { status, stdout: text(stdout), stderr: text(stderr) };
}

/** The command line inside the packaged app, where no screen is. */
export const installedCommand = (
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> => runInstalled(['--cli', ...args], { headless: true, ...options });
