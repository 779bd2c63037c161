import { createLogReader, readNotice, type Notice } from '../bounce/index.ts';
import { readPaths } from '../mailbox/files/index.ts';
import { machineZone, noticeDocument } from '../report/scan-document.ts';
import { offsetOfLocal } from '../text/time.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { noticeLines } from './notice-lines.ts';
import { tellProblem, type Terminal } from './terminal.ts';

export interface ExplainOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
}

/** Explains mail files and logs: one notice per message, and one per log line that holds a rejection. */
export async function explain(terminal: Terminal, options: ExplainOptions): Promise<number> {
  const paths = options.paths.length > 0 ? options.paths : ['-'];
  let status: number = exitStatus.done;
  const print = async (source: string, notice: Notice): Promise<void> => {
    const context = { ...terminal, now: terminal.clock().getTime() };
    const document = { source, ...noticeDocument(notice, context) };
    const lines = options.json
      ? JSON.stringify(document)
      : noticeLines(document, terminal.text).join('\n') + '\n';
    await terminal.write(`${lines}\n`);
  };
  for await (const item of readPaths(paths, terminal.stdin)) {
    if (terminal.signal.aborted) return exitStatus.interrupted;
    switch (item.kind) {
      case 'message':
        await print(item.source, readNotice(item.raw));
        break;
      case 'log':
        await explainLog(terminal, item.source, item.lines, print);
        break;
      case 'problem':
        tellProblem(terminal, item.problem);
        status = Math.max(status, statusFor(item.problem.code));
        break;
    }
  }
  return terminal.signal.aborted ? exitStatus.interrupted : status;
}

/** Logs leave out the zone and often the year: both are the reader's, now. */
async function explainLog(
  terminal: Terminal,
  source: string,
  lines: AsyncIterable<string>,
  print: (source: string, notice: Notice) => Promise<void>,
): Promise<void> {
  const zone = terminal.timeZone ?? machineZone();
  const reader = createLogReader({
    now: terminal.clock(),
    offsetAt: (local) => offsetOfLocal(zone, local) / 60_000,
  });
  for await (const line of lines)
    for (const found of reader.push(line)) await print(`${source}:${found.line}`, found.notice);
  for (const found of reader.end()) await print(`${source}:${found.line}`, found.notice);
}
