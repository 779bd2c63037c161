import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, removeFolder, temporaryFolder } from './machine.ts';

export interface Keyring {
  /** For the environment of a program that shall find this session and its keyring. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A session bus with a GNOME Keyring of its own, unlocked; nothing of the system's session is touched. */
export async function startKeyring(): Promise<Keyring> {
  const folder = temporaryFolder('keyring');
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  for (const each of [home, runtime]) mkdirSync(each, { mode: 0o700 });
  const own = { HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') };
  const path = { PATH: process.env['PATH'] ?? '' };
  const bus = spawn(
    findProgram('dbus-daemon', 'dbus'),
    ['--session', '--nofork', '--print-address=1', `--address=unix:dir=${runtime}`],
    { env: { ...path, ...own }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const address = await firstLine(bus);
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: address };
  const daemon = spawn(
    findProgram('gnome-keyring-daemon', 'gnome-keyring'),
    ['--foreground', '--unlock', '--components=secrets'],
    { env: { ...path, ...env }, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  daemon.stdin.end('made-up login password');
  // It tells its sockets once it is ready to be asked.
  await firstLine(daemon);
  return {
    env,
    stop: async () => {
      await end(daemon);
      await end(bus);
      removeFolder(folder);
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  const output = child.stdout;
  if (output === null) throw new Error('no output to read');
  for await (const chunk of output as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
  }
  throw new Error(`${child.spawnfile} ended before it was ready: ${text}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
