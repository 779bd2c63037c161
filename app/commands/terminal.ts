import type { i18n } from 'i18next';
import type { Problem } from '../result.ts';

/** Where a command reads and writes: results to standard output, everything else to standard error. */
export interface Terminal {
  readonly text: i18n;
  /** Null: the machine's zone, and a notice's own for what it says. */
  readonly timeZone: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly stdin: NodeJS.ReadStream;
  readonly stderrIsTerminal: boolean;
  readonly clock: () => Date;
  /** Waits until the reader has taken it, so that a slow pipe does not fill the memory. */
  write(text: string): Promise<void>;
  tell(text: string): void;
}

/** Mail and servers choose these words: control characters could drive the reader's terminal. */
export function printable(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

/** What happened, what it may mean, what to do; and the server's own words, verbatim. */
export function tellProblem(terminal: Terminal, { code, subject, detail }: Problem): void {
  const { text } = terminal;
  const words = { subject: printable(subject ?? '') };
  terminal.tell(text.t(`problem:${code}.title`, words));
  if (detail !== null) terminal.tell(`  "${printable(detail)}"`);
  terminal.tell(text.t(`problem:${code}.meaning`, words));
  terminal.tell(text.t(`problem:${code}.todo`, words));
}
