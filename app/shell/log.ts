import logger from 'electron-log/node';
import type { SettingsTrouble } from '../api/contract.ts';
import { logFile } from '../api/log-tail.ts';
import type { Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import { redact } from './redact.ts';

export interface Log {
  info(...words: unknown[]): void;
  warn(...words: unknown[]): void;
  error(...words: unknown[]): void;
}

/**
 * A log in the data folder, at most two files of 1 MB, redacted where everything passes. It is electron-log's
 * Node half: the other one opens a channel to the window beside our gate.
 */
export function openLog(folder: string): Log {
  const { console: terminal, file, ipc, remote } = logger.transports;
  file.setAppName('Sendwell');
  file.resolvePathFn = () => logFile(folder);
  file.writeOptions = { ...file.writeOptions, mode: 0o600 };
  file.level = 'info';
  terminal.level = 'warn';
  ipc.level = false;
  remote.level = false;
  logger.hooks.push((message) => ({ ...message, data: message.data.map((each) => redact(each)) }));
  return logger;
}

/** What a person who asks for help would have to tell. */
export function logDatabase(log: Log, store: Result<Store>): void {
  if (!store.ok) log.error('the database cannot be opened', store.problem.code);
  else if (store.value.keptAside !== null)
    log.warn('the newest changes could not be read and were kept', store.value.keptAside);
}

/** Which file, how bad, and where it is now; not what was chosen. */
export function logSettings(log: Log, trouble: SettingsTrouble | null): void {
  if (trouble === null) return;
  log.warn('the settings file', trouble.kind, trouble.lost.join(), 'kept as', trouble.keptAs);
}

/** A bug is written down and the window stays: what was scanned so far is worth more than a clean exit. */
export function logBugs(log: Log): void {
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
}
