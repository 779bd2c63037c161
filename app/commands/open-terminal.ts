import { once } from 'node:events';
import { createText, languageFor, type Language } from '../text/text.ts';
import { exitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** The process's own terminal. The first Ctrl-C asks the command to stop and keep what it has, the second ends it. */
export function openTerminal(options: {
  readonly language: Language | undefined;
  readonly timeZone: string | null;
}): Terminal {
  const { env, stdin, stdout, stderr } = process;
  const abort = new AbortController();
  const stop = (): void => {
    if (abort.signal.aborted) process.exit(exitStatus.interrupted);
    abort.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The reader went away, as in `sendwell … | head`: nobody is left to write to.
  stdout.on('error', () => process.exit(exitStatus.done));
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'];
  return {
    text: createText(options.language ?? languageFor(locale)),
    timeZone: options.timeZone,
    env,
    signal: abort.signal,
    stdin,
    stderrIsTerminal: stderr.isTTY,
    clock: () => new Date(),
    async write(text) {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    tell(text) {
      stderr.write(`${text}\n`);
    },
  };
}
