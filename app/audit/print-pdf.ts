import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditHead } from '../report/audit/document.ts';

interface Program {
  readonly path: string;
  readonly args: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** A report of a thousand accounts prints in some seconds; an app that hangs must not hold up the rest. */
const longest = 300_000;

/** Has the installed app print a report page; false where there is no app, or it could not. */
export async function printThroughApp(
  page: string,
  pdf: string,
  { language }: Pick<AuditHead, 'language'>,
  env: Env = process.env,
): Promise<boolean> {
  const app = findApp(env);
  const program = app && onScreen(app, env);
  if (!program) return false;
  const args = [...program.args, '--print-pdf', page, '--print-to', pdf, '--lang', language];
  const status = await new Promise<number | null>((resolve) => {
    const child = spawn(program.path, args, { env, stdio: 'ignore', timeout: longest });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  return status === 0 && (await stat(pdf).catch(() => null)) !== null;
}

/** Where the installers put the app; SENDWELL_APP names another place. */
export function findApp(env: Env, platform: NodeJS.Platform = process.platform): Program | null {
  const own = env['SENDWELL_APP'];
  if (own) return existsSync(own) ? asProgram(own) : null;
  // The app's own command line runs inside it.
  if ('electron' in process.versions) return asProgram(process.execPath);
  const installed = {
    linux: ['/opt/Sendwell/sendwell', '/usr/bin/sendwell-app'],
    darwin: [
      '/Applications/Sendwell.app/Contents/MacOS/Sendwell',
      join(homedir(), 'Applications/Sendwell.app/Contents/MacOS/Sendwell'),
    ],
    win32: [
      join(env['LOCALAPPDATA'] ?? '', 'Programs', 'Sendwell', 'Sendwell.exe'),
      join(env['ProgramFiles'] ?? '', 'Sendwell', 'Sendwell.exe'),
    ],
  };
  const places = installed[platform as keyof typeof installed] as readonly string[] | undefined;
  const found = places?.find((path) => existsSync(path));
  return found === undefined ? checkoutApp() : asProgram(found);
}

// Chromium's sandbox refuses to run as root; the page runs no script and may load nothing.
const asProgram = (path: string): Program => ({
  path,
  args: process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** Built from a checkout, the command lies in dist/, and the Electron that `npm start` prepared is recorded near. */
function checkoutApp(): Program | null {
  const record = fileURLToPath(
    new URL('../node_modules/.cache/sendwell/electron.json', import.meta.url),
  );
  try {
    const { executablePath, args } = JSON.parse(readFileSync(record, 'utf8')) as {
      executablePath: string;
      args: string[];
    };
    return existsSync(executablePath) ? { path: executablePath, args } : null;
  } catch {
    return null;
  }
}

/** Electron wants a display also for a window that is never shown; on a server Xvfb is one. */
function onScreen(app: Program, env: Env): Program | null {
  const display = env['DISPLAY'] ?? env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || display) return app;
  const xvfb = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'xvfb-run'))
    .find((path) => existsSync(path));
  return xvfb === undefined ? null : { path: xvfb, args: ['-a', app.path, ...app.args] };
}
