import { randomBytes } from 'node:crypto';
import { assessPassword } from '../password/assess.ts';
import { loadStrengthEstimator, type Strength } from '../password/strength.ts';
import { suggestedLength, suggestPassword } from '../password/suggest.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { hiddenPrompt } from './password-input.ts';
import { parseAddress } from './scan-options.ts';
import { tellProblem, type Terminal } from './terminal.ts';

export interface PasswordOptions {
  /** What stands after `password`: the verb, and nothing else. */
  readonly words: readonly string[];
  readonly account: string | undefined;
  readonly length: string | undefined;
  readonly json: boolean;
}

/** `password check` and `password suggest`. Neither logs or stores a password; only `suggest` shows one, its own. */
export async function passwordCommand(
  terminal: Terminal,
  options: PasswordOptions,
): Promise<number> {
  const { t } = terminal.text;
  const [verb, ...others] = options.words;
  // The words themselves are not repeated: one of them may be a password given in the wrong place.
  if (verb !== 'check' && verb !== 'suggest') return refuse(terminal, usage(t('password:verbs')));
  if (others.length > 0) return refuse(terminal, usage(t('password:never-argument', { verb })));
  const account = parseAddress(options.account, '--account');
  if (!account.ok) return refuse(terminal, account.problem);
  if (verb === 'check') {
    if (options.length !== undefined) return refuse(terminal, usage('--length'));
    return check(terminal, account.value, options.json);
  }
  const length = parseLength(options.length);
  if (!length.ok) return refuse(terminal, length.problem);
  return suggest(terminal, account.value, length.value, options.json);
}

async function check(terminal: Terminal, account: string, json: boolean): Promise<number> {
  const password = await readGiven(terminal, account);
  if (terminal.signal.aborted || password === null) return exitStatus.interrupted;
  const { t } = terminal.text;
  const { compliant, rules, strength, notes } = assessPassword(
    password,
    account,
    await loadStrengthEstimator(),
  );
  const sentences = notes.map((note) => t(`password:note.${note}`));
  if (json) {
    await print(terminal, { compliant, rules, strength, notes: sentences });
    return exitStatus.done;
  }
  const lines = [
    t(`password:${compliant ? 'compliant' : 'not-compliant'}`),
    ...rules.map(
      ({ rule, ok: kept }) =>
        `  ${t(`password:${kept ? 'kept' : 'broken'}`)}: ${t(`password:rule.${rule}`)}`,
    ),
    strengthLine(terminal, strength),
    ...sentences,
  ];
  await terminal.write(`${lines.join('\n')}\n`);
  return exitStatus.done;
}

async function suggest(
  terminal: Terminal,
  account: string,
  length: number,
  json: boolean,
): Promise<number> {
  const password = suggestPassword(randomBytes, account, length);
  const strength = (await loadStrengthEstimator()).estimate(password, account);
  if (json) await print(terminal, { password, strength });
  else {
    // Alone on standard output, so that a script can take it as it is.
    await terminal.write(`${password}\n`);
    terminal.tell(strengthLine(terminal, strength));
  }
  return exitStatus.done;
}

function strengthLine({ text }: Terminal, { score, guessesLog10 }: Strength): string {
  return text.t('password:strength', {
    word: text.t(`password:score.${score}`),
    score,
    guessesLog10: guessesLog10.toFixed(1),
  });
}

/** Bytes of standard input that are looked at. More is too long whatever follows, and must not fill the memory. */
const mostKept = 1_000_000;

/** What is read and thrown away after that, so that an ordinary writer sees no broken pipe; then it is cut off. */
const mostRead = 64_000_000;

/** The password on standard input without one trailing newline, or from a hidden prompt. Null: interrupted. */
async function readGiven(terminal: Terminal, account: string): Promise<string | null> {
  if (terminal.stdin.isTTY)
    return hiddenPrompt(terminal, terminal.text.t('password:ask', { account }));
  const kept: Buffer[] = [];
  let read = 0;
  for await (const chunk of terminal.stdin as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (read < mostKept) kept.push(bytes.subarray(0, mostKept - read));
    read += bytes.length;
    if (read > mostRead || terminal.signal.aborted) break;
  }
  return Buffer.concat(kept)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

function parseLength(value: string | undefined): Result<number> {
  const { least, most } = suggestedLength;
  if (value === undefined) return ok(least);
  const length = Number(value);
  return /^\d{1,2}$/.test(value) && length >= least && length <= most
    ? ok(length)
    : failed('usage', `--length ${value} (${least}–${most})`);
}

const usage = (subject: string): Problem => ({ code: 'usage', subject, detail: null });

function refuse(terminal: Terminal, problem: Problem): number {
  tellProblem(terminal, problem);
  return statusFor(problem.code);
}

async function print(terminal: Terminal, document: unknown): Promise<void> {
  await terminal.write(`${JSON.stringify(document, null, 2)}\n`);
}
