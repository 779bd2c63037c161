import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { failed, ok, type Result } from '../result.ts';
import type { Terminal } from './terminal.ts';

/** No password is longer; a larger file is not one. */
const longest = 4096;

/** The mailbox password: from the environment, a file, or a hidden prompt; never from an argument. */
export async function readPassword(
  terminal: Terminal,
  file: string | undefined,
  account: string,
): Promise<Result<string>> {
  if (file !== undefined) return passwordFile(file);
  const fromEnv = terminal.env['SENDWELL_PASSWORD'];
  if (fromEnv !== undefined && fromEnv !== '') return ok(fromEnv);
  if (!terminal.stdin.isTTY) return failed('usage', terminal.text.t('command:no-password'));
  return ok(await hiddenPrompt(terminal, terminal.text.t('command:password-for', { account })));
}

async function passwordFile(file: string): Promise<Result<string>> {
  try {
    const password = (await readFile(file, 'utf8')).slice(0, longest).replace(/\r?\n$/, '');
    return password === '' ? failed('file-unreadable', file) : ok(password);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failed(missing ? 'file-not-found' : 'file-unreadable', file);
  }
}

/** Asks on the terminal and shows nothing of the answer. Rejects when interrupted. */
export async function hiddenPrompt(terminal: Terminal, question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: terminal.stdin, output: silent, terminal: true });
  try {
    terminal.tell(question);
    return await line.question('', { signal: terminal.signal });
  } finally {
    line.close();
  }
}
