import { createLogReader, noBounce, readNotice, type Notice } from '../bounce/index.ts';
import { readPaths, type FileItem } from '../mailbox/files/index.ts';
import { machineZone, noticeDocument, offsetIn } from '../report/scan-document.ts';
import { explainItems } from '../scan/explain.ts';
import type { Problem } from '../result.ts';
import { offsetOfLocal } from '../text/time.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { noticeLines } from './notice-lines.ts';
import { verdictLines } from './scan-lines.ts';
import { tellProblem, type Terminal } from './terminal.ts';

export interface ExplainOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
}

/** Explains mail files and logs: one notice per message, and one per log line that holds a rejection. */
export async function explain(terminal: Terminal, options: ExplainOptions): Promise<number> {
  const paths = options.paths.length > 0 ? options.paths : ['-'];
  const items = readPaths(paths, terminal.stdin);
  return options.json ? printNotices(terminal, items) : printWithVerdict(terminal, items);
}

const documentOf = (terminal: Terminal, source: string, notice: Notice) => ({
  source,
  ...noticeDocument(notice, { ...terminal, now: terminal.clock().getTime() }),
});

/** What is there and cannot be read is an answer of its own: the run goes on, and that is no wrong usage. */
const statusOf = ({ code }: Problem): number =>
  code === 'file-unreadable' ? exitStatus.done : statusFor(code);

/** Logs leave out the zone and often the year: both are the reader's, now. */
const localMinutes =
  ({ timeZone }: Terminal) =>
  (local: number): number =>
    offsetOfLocal(timeZone ?? machineZone(), local) / 60_000;

async function printNotices(terminal: Terminal, items: AsyncIterable<FileItem>): Promise<number> {
  let status: number = exitStatus.done;
  const print = (source: string, notice: Notice): Promise<void> =>
    terminal.write(`${JSON.stringify(documentOf(terminal, source, notice))}\n`);
  for await (const item of items) {
    if (terminal.signal.aborted) return exitStatus.interrupted;
    switch (item.kind) {
      case 'message':
        await print(item.source, readNotice(item.raw));
        break;
      case 'log': {
        const reader = createLogReader({
          now: terminal.clock(),
          offsetAt: localMinutes(terminal),
        });
        for await (const line of item.lines)
          for (const found of reader.push(line))
            await print(`${item.source}:${found.line}`, found.notice);
        for (const found of reader.end()) await print(`${item.source}:${found.line}`, found.notice);
        break;
      }
      case 'problem':
        if (item.problem.code === 'file-unreadable')
          await print(item.source, noBounce('no-access'));
        tellProblem(terminal, item.problem);
        status = Math.max(status, statusOf(item.problem));
        break;
    }
  }
  return terminal.signal.aborted ? exitStatus.interrupted : status;
}

/** For people: each notice, and behind several of them what they say together and when to try again. */
async function printWithVerdict(
  terminal: Terminal,
  items: AsyncIterable<FileItem>,
): Promise<number> {
  const { text, signal } = terminal;
  const explained = await explainItems({
    ...{ items, signal, now: terminal.clock(), offsetOfLocal: localMinutes(terminal) },
    offsetAt: offsetIn(terminal.timeZone),
    onNotice: (source, notice) =>
      terminal.write(`${noticeLines(documentOf(terminal, source, notice), text).join('\n')}\n\n`),
  });
  if (!explained.ok) {
    tellProblem(terminal, explained.problem);
    return statusFor(explained.problem.code);
  }
  const { outcome, standing } = explained.value;
  for (const problem of outcome.problems) tellProblem(terminal, problem);
  if (outcome.cancelled) return exitStatus.interrupted;
  if (outcome.bounces > 1 && standing.lastAt !== null)
    await terminal.write(`${verdictLines(standing, terminal).join('\n')}\n`);
  return Math.max(exitStatus.done, ...outcome.problems.map(statusOf));
}
