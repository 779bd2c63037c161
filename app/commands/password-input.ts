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
  const question = terminal.text.t('command:password-for', { account });
  const answer = await hiddenPrompt(terminal, question);
  return answer === null ? failed('interrupted') : ok(answer);
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

/** Asks on the terminal and shows nothing of the answer; null when interrupted. */
export async function hiddenPrompt(terminal: Terminal, question: string): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: terminal.stdin, output: silent, terminal: true });
  const given = new AbortController();
  // The terminal is in raw mode: Ctrl-C and Ctrl-D arrive as keys, not as signals.
  const giveUp = (): void => given.abort();
  line.once('SIGINT', giveUp);
  line.once('close', giveUp);
  terminal.signal.addEventListener('abort', giveUp, { once: true });
  try {
    terminal.tell(question);
    return await line.question('', { signal: given.signal });
  } catch {
    return null;
  } finally {
    terminal.signal.removeEventListener('abort', giveUp);
    line.close();
  }
}
