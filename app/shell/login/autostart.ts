import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { writeAtomically } from '../../atomic-file.ts';
import {
  desktopEntry,
  hasArguments,
  hidden,
  isOurs,
  isSwitchedOff,
  switchedOn,
} from './desktop-entry.ts';

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

/** Whether the desktop starts the app at login: with these arguments, or as a person wrote it. */
export function isAutostarted(file: string, [, ...args]: readonly string[]): boolean {
  const text = read(file);
  if (text === null || isSwitchedOff(text)) return false;
  // With another data folder it is the entry of that one.
  return !isOurs(text) || hasArguments(text, args);
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
 * After the program was moved or updated to another path: the entry that is ours follows, unless it is for another
 * data folder.
 * @throws where the folder cannot be written to
 */
export function followMove(file: string, command: readonly string[]): void {
  const text = read(file);
  const wanted = desktopEntry(command);
  const [, ...args] = command;
  if (text !== null && text !== wanted && isOurs(text) && hasArguments(text, args))
    writeAtomically(file, wanted, 0o644);
}
