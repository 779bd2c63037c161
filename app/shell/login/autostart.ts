import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { writeAtomically } from '../../atomic-file.ts';
import { desktopEntry, hidden, isOurs, isSwitchedOff, switchedOn } from './desktop-entry.ts';

const mostBytes = 100_000;

/** Where this desktop looks for what starts at login. */
export function autostartFile(env: NodeJS.ProcessEnv, home: string = homedir()): string {
  const config = env['XDG_CONFIG_HOME'];
  const folder = config && isAbsolute(config) ? config : join(home, '.config');
  return join(folder, 'autostart', 'sendwell.desktop');
}

/** The entry's text; null where there is none, or something that is no entry. */
function read(file: string): string | null {
  try {
    return statSync(file).size > mostBytes ? null : readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Whether the desktop starts the app at login, whoever wrote the file. */
export function isAutostarted(file: string): boolean {
  const text = read(file);
  return text !== null && !isSwitchedOff(text);
}

/**
 * Switches the entry on or off.
 * @throws where the folder cannot be written to
 */
export function setAutostart(file: string, on: boolean, command: readonly string[]): void {
  const text = read(file);
  if (on) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeAtomically(file, switchedOn(text, command), 0o644);
  } else if (text === null || isOurs(text)) rmSync(file, { force: true });
  else if (!isSwitchedOff(text)) writeAtomically(file, hidden(text), 0o644);
}

/**
 * After the program was moved or updated to another path: the entry that is ours follows.
 * @throws where the folder cannot be written to
 */
export function followMove(file: string, command: readonly string[]): void {
  const text = read(file);
  const wanted = desktopEntry(command);
  if (text !== null && isOurs(text) && text !== wanted) writeAtomically(file, wanted, 0o644);
}
