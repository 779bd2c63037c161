import { tidy } from '../decode/text.ts';
import { findAddress } from '../decode/address.ts';
import type { ParsedDate } from '../decode/date.ts';
import type { Notice } from '../notice.ts';
import { readAntispam } from '../verdict/throttle.ts';
import { findStage } from '../verdict/stage.ts';
import { judge } from '../verdict/verdict.ts';
import type { Case } from '../verdict/verdict.ts';
import { readPython, readQuotedReply, readServerLine } from './lines.ts';
import type { LineReading } from './lines.ts';
import { Senders } from './senders.ts';
import { readTime } from './time.ts';
import type { LogClock } from './time.ts';

export interface LoggedNotice {
  /** From 1. */
  readonly line: number;
  readonly notice: Notice;
  /** The mail server's name for the mail, where the line tells: several lines report on one mail. */
  readonly queueId: string | null;
}

/** What the log itself leaves out. Without `now`, times without a year are null; without `offsetAt`, UTC. */
export interface LogOptions {
  readonly now?: Date;
  /** Minutes east of UTC for a local time given as if it were UTC. */
  readonly offsetAt?: (localMs: number) => number;
}

export interface LogReader {
  /** Takes the next line, without its line end; notices come when nothing can be added to them any more. */
  readonly push: (line: string) => LoggedNotice[];
  readonly end: () => LoggedNotice[];
}

/** Characters of one line looked at; stops a log that is one endless line. */
const maxLogLine = 8000;
/** Lines that may add to a rejection: a stack trace or an error object. */
const maxContinuation = 60;
/** Lines that a time stands for: those of one record. */
const maxRecord = 100;

interface Pending {
  readonly line: number;
  readonly at: ParsedDate | null;
  readonly reading: LineReading;
  cases: readonly Case[];
  lines: number;
  /** Lines that the reply itself was folded over. */
  folds: number;
}

/** Reads log text line by line with little state: Postfix, Exim, sendmail, nodemailer, smtplib, JavaMail, pasted replies. */
export function createLogReader(options: LogOptions = {}): LogReader {
  const clock: LogClock = { now: options.now ?? null, offsetAt: options.offsetAt ?? (() => 0) };
  const senders = new Senders();
  let number = 0;
  let pending: Pending | null = null;
  let time: ParsedDate | null = null;
  let timeLine = 0;

  const flush = (): LoggedNotice[] => {
    if (pending === null) return [];
    const { line, at, cases, reading } = pending;
    pending = null;
    const { queueId } = reading;
    return [{ line, notice: noticeOf(cases, at, senders, queueId), queueId }];
  };

  const push = (raw: string): LoggedNotice[] => {
    number++;
    const line = tidy(raw.length > maxLogLine ? raw.slice(0, maxLogLine) : raw).replace(/\n+$/, '');
    const stamp = readTime(line, clock);
    if (stamp) [time, timeLine] = [stamp, number];
    else if (number - timeLine > maxRecord) time = null;
    senders.note(line);
    if (pending !== null && stamp === null && addTo(pending, line)) return [];
    const done = flush();
    const reading = readServerLine(line) ?? readPython(line) ?? readQuotedReply(line);
    if (!reading || reading.cases.length === 0) return done;
    pending = { line: number, at: time, reading, cases: reading.cases, lines: 0, folds: 0 };
    return staysOpen(pending) ? done : [...done, ...flush()];
  };

  return { push, end: flush };
}

export function* readLog(text: string, options: LogOptions = {}): Generator<LoggedNotice> {
  const reader = createLogReader(options);
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield* reader.push(text.slice(start, end));
    start = end + 1;
  }
  yield* reader.end();
}

const staysOpen = ({ reading, cases }: Pending): boolean => reading.open || isCut(cases);

/** Alibaba's prefix, broken off before its last word: Postfix folds there too. */
const brokenPrefix = /\breject(?: by(?: behaviou?r)?)?$/i;

/** A reply that may go on in the next line: Alibaba's prefix has begun, the deciding words are not there. */
function isCut(cases: readonly Case[]): boolean {
  const text = cases.length === 1 ? cases[0]?.texts[0] : undefined;
  return (
    text !== undefined &&
    (readAntispam(text)?.kind === 'possible-throttle' || brokenPrefix.test(text)) &&
    !/\(in reply to/.test(text)
  );
}

/** Whether a line belongs to the rejection before it; takes what it adds. */
function addTo(pending: Pending, line: string): boolean {
  const [first] = pending.cases;
  if (!first || pending.lines >= maxContinuation) return false;
  const text = first.texts[0] ?? '';
  const code = /^(?:[45]\d\d)/.exec(text)?.[0];
  pending.lines++;
  if (code && new RegExp(`^\\s{0,20}${code}[ -]`).test(line) && /^[45]\d\d-/.test(text)) {
    pending.cases = [{ ...first, texts: [`${text} ${line.trim().slice(4)}`] }];
    return true;
  }
  if (
    isCut(pending.cases) &&
    pending.folds < 3 &&
    !/^\s{0,20}[45]\d\d[ -]/.test(line) &&
    line.trim() !== ''
  ) {
    const joined = `${text} ${line.trim()}`;
    const kind = readAntispam(joined)?.kind;
    pending.folds++;
    if (kind === 'throttle' || kind === 'other-behaviour' || continues(line)) {
      if (kind === 'throttle' || kind === 'possible-throttle' || /^\s/.test(line))
        pending.cases = [{ ...first, texts: [joined] }];
      return true;
    }
  }
  return pending.reading.open && addDetail(pending, first, line);
}

/** The rest of a folded reply: Alibaba's own words or an indented line. */
const continues = (line: string): boolean =>
  /^\s{2,}\S|ANTISPAM_BAT|Connection IP|State\(/i.test(line);

/** Lines of a stack trace or an error object: they name command and recipient, and repeat the reply. */
function addDetail(pending: Pending, first: Case, line: string): boolean {
  if (/^\s*$/.test(line)) return pending.lines < 3;
  if (
    !/^\s+\S|^\s*[}\])]|^(?:Caused by|nested exception|com\.|javax\.|jakarta\.|org\.|java\.)/.test(
      line,
    )
  )
    return false;
  const named =
    /^\s*(?:command|response|responseCode|code|rejected|rejectedErrors|recipient|errno|syscall|at |\.\.\. \d+ more|[}\])])/.test(
      line,
    ) || /\bat [\w$.<>]+\(|^\s+at /.test(line);
  const repeats = readQuotedReply(line)?.cases[0]?.texts[0] ?? readPython(line)?.cases[0]?.texts[0];
  if (repeats !== undefined && !sameReply(repeats, first.texts[0] ?? '')) return false;
  if (
    repeats === undefined &&
    !named &&
    !/^(?:Caused by|nested|\s+nested|com\.|javax\.|jakarta\.|org\.|java\.)/.test(line)
  )
    return /^\s{2,}\S/.test(line);
  const command = /command:\s{0,3}['"]([A-Z ]{4,20})/.exec(line)?.[1];
  const recipient = /rejected|recipient|Addresses|to=/i.test(line) ? findAddress(line) : null;
  pending.cases = pending.cases.map((one) => ({
    ...one,
    stage: one.stage ?? (command ? findStage(`command: '${command}'`) : null),
    recipient: one.recipient ?? recipient,
  }));
  return true;
}

const sameReply = (one: string, other: string): boolean =>
  one.slice(0, 3) === other.slice(0, 3) &&
  (one.includes(other.slice(0, 60)) || other.includes(one.slice(0, 60)));

function noticeOf(
  cases: readonly Case[],
  at: ParsedDate | null,
  senders: Senders,
  queueId: string | null,
): Notice {
  return {
    isBounce: true,
    forwarded: false,
    bouncedAt: at?.iso ?? null,
    unreadable: null,
    reportingMta: null,
    original: senders.of(queueId),
    failures: cases.map(judge),
  };
}
