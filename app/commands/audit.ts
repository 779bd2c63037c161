import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AccountLog } from '../audit/account-log.ts';
import { readAccountsFile } from '../audit/accounts-file.ts';
import type { AuditEnvironment, AuditSource } from '../audit/environment.ts';
import { evidenceName } from '../audit/evidence.ts';
import { fileSources } from '../audit/files-source.ts';
import { mailboxSource } from '../audit/mailbox-source.ts';
import { checkShards, headName, mergeShards } from '../audit/merge.ts';
import { printThroughApp } from '../audit/print-pdf.ts';
import { redactionKey } from '../audit/redaction-key.ts';
import { runAudit } from '../audit/run.ts';
import { isMine } from '../audit/shard.ts';
import { findSite } from '../mailbox/find-site.ts';
import { connectImap } from '../mailbox/imap/connect.ts';
import { loadStrengthEstimator } from '../password/strength.ts';
import { isAudited, type AuditEntry, type AuditHead } from '../report/audit/document.ts';
import { redactor as makeRedactor, type Redactor } from '../report/audit/redact.ts';
import { auditJson, writeReport } from '../report/audit/write-report.ts';
import { machineZone } from '../report/scan-document.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import { databaseFile } from '../store/data-folder.ts';
import { openStore, storeProblem } from '../store/store.ts';
import { isoIn } from '../text/time.ts';
import { garbageCollector } from './collect-garbage.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { planAudit, type AuditOptions, type AuditPlan } from './audit-options.ts';
import { printable, tellProblem, type Terminal } from './terminal.ts';

/** A collection takes some 50 ms. */
const accountsBetweenCollections = 16;

/** Audits many mailboxes into one folder: what was read, and the report on it. */
export async function auditCommand(terminal: Terminal, options: AuditOptions): Promise<number> {
  const planned = await planAudit(terminal, options);
  if (!planned.ok) return refuse(terminal, planned.problem);
  const { out, data } = planned.value;
  // What is wrong with the question is said before anything is made.
  const asked =
    options.merge.length > 0
      ? await checkShards(options.merge, out)
      : await sourcesOf(terminal, options);
  if (!asked.ok) return refuse(terminal, asked.problem);
  let log: AccountLog;
  let redactor: Redactor | null;
  try {
    await mkdir(out, { recursive: true, mode: 0o700 });
    log = await AccountLog.open(out);
    redactor = options.redact ? makeRedactor(redactionKey(data, terminal.env)) : null;
  } catch (error) {
    return refuse(terminal, outputProblem(error, out));
  }
  try {
    return asked.value === null
      ? await merge(terminal, options, planned.value, log, redactor)
      : await audit(terminal, options, planned.value, asked.value, log, redactor);
  } catch (error) {
    return refuse(terminal, outputProblem(error, out));
  }
}

async function audit(
  terminal: Terminal,
  options: AuditOptions,
  planned: AuditPlan,
  listed: readonly AuditSource[],
  log: AccountLog,
  redactor: Redactor | null,
): Promise<number> {
  const { text, clock, signal } = terminal;
  const headWith = (remaining: number): AuditHead =>
    headOf(terminal, planned, {
      since: planned.since === null ? null : isoIn(zoneOf(terminal), planned.since.getTime()),
      redacted: redactor !== null,
      remaining,
    });
  const sources = listed.filter(({ account }) => isMine(planned.shard, account));
  const opened = await openStore(databaseFile(planned.data));
  if (!opened.ok) {
    const status = refuse(terminal, opened.problem);
    if (options.json && status === exitStatus.stopped)
      await printKept(terminal, log, (kept) => headWith(sources.length - kept));
    return status;
  }
  const store = opened.value;
  try {
    const environment: AuditEnvironment = {
      ...{ store, text, clock, signal, since: planned.since, ca: planned.ca },
      timeZone: terminal.timeZone,
      env: terminal.env,
      connect: connectImap,
      findHost: onceForEachDomain(),
      strength: loadStrengthEstimator,
      evidence: evidencePlace(planned, redactor),
    };
    const { concurrency } = planned;
    const collectGarbage = garbageCollector();
    const end = await runAudit({
      ...{ sources, log, environment, concurrency, redactor },
      retryRefused: options.retryRefused,
      onDone(done, of, entry) {
        terminal.tell(`[${done}/${of}] ${entryLine(entry, text)}`);
        if (done % accountsBetweenCollections === 0) collectGarbage();
      },
    });
    if (end.problem) tellProblem(terminal, end.problem);
    const failures = await report(terminal, options, planned, log, headWith(end.remaining));
    if (signal.aborted) return exitStatus.interrupted;
    if (end.problem) return statusFor(end.problem.code);
    return failures > 0 ? exitStatus.someFailed : exitStatus.done;
  } finally {
    store.close();
  }
}

async function merge(
  terminal: Terminal,
  options: AuditOptions,
  planned: AuditPlan,
  log: AccountLog,
  redactor: Redactor | null,
): Promise<number> {
  const { evidenceMissing, ...rest } = await mergeShards(options.merge, planned.out, log, redactor);
  if (evidenceMissing > 0)
    terminal.tell(terminal.text.t('command:audit.evidenceMissing', { count: evidenceMissing }));
  const head = headOf(terminal, { shard: null }, rest);
  const failures = await report(terminal, options, planned, log, head);
  if (terminal.signal.aborted) return exitStatus.interrupted;
  return failures > 0 ? exitStatus.someFailed : exitStatus.done;
}

/** The document of an audit that could not begin: what earlier runs left in the folder. */
async function printKept(
  terminal: Terminal,
  log: AccountLog,
  headFor: (kept: number) => AuditHead,
): Promise<void> {
  const sorted = await log.compact();
  try {
    const head = headFor(sorted.accounts().length);
    for await (const piece of auditJson(head, sorted.lines())) await terminal.write(piece);
  } finally {
    await sorted.close();
  }
}

/** Writes the report on everything that the folder's log holds; how many accounts failed. */
async function report(
  terminal: Terminal,
  options: AuditOptions,
  { out, formats }: AuditPlan,
  log: AccountLog,
  head: AuditHead,
): Promise<number> {
  const { text } = terminal;
  const t = text.getFixedT(null, 'command');
  const sorted = await log.compact();
  try {
    await writeFile(join(out, headName), `${JSON.stringify(head, null, 2)}\n`, { mode: 0o600 });
    const { files, pdfMissing } = await writeReport({
      ...{ folder: out, head, formats, text },
      lines: () => sorted.lines(),
      entries: () => sorted.entries(),
      printPdf: (page, pdf) => printThroughApp(page, pdf, head, terminal.env),
    });
    if (pdfMissing) terminal.tell(t('audit.noPdf'));
    terminal.tell(t('audit.written', { files: files.join(', '), folder: out }));
    if (options.json)
      for await (const piece of auditJson(head, sorted.lines())) await terminal.write(piece);
    const accounts = sorted.accounts();
    const failures = accounts.filter((account) => sorted.get(account)?.problem !== null);
    terminal.tell(t('audit.total', { accounts: accounts.length, failed: failures.length }));
    if (head.remaining > 0) terminal.tell(t('audit.remaining', { remaining: head.remaining }));
    return failures.length;
  } finally {
    await sorted.close();
  }
}

async function sourcesOf(
  terminal: Terminal,
  options: AuditOptions,
): Promise<Result<readonly AuditSource[]>> {
  if (options.fromFiles !== undefined) return fileSources(resolve(options.fromFiles));
  const file = await readAccountsFile(resolve(options.accounts ?? ''));
  if (!file.ok) return file;
  const { rows, repeated, ignored } = file.value;
  const t = terminal.text.getFixedT(null, 'command');
  for (const { line, address } of repeated)
    terminal.tell(t('audit.repeated', { line, account: printable(address) }));
  if (ignored.length > 0) terminal.tell(t('audit.ignored', { columns: printable(ignored.join()) }));
  return ok(rows.map(mailboxSource));
}

const zoneOf = ({ timeZone }: Terminal): string => timeZone ?? machineZone();

function headOf(
  terminal: Terminal,
  { shard }: Pick<AuditPlan, 'shard'>,
  rest: Pick<AuditHead, 'since' | 'redacted' | 'remaining'>,
): AuditHead {
  const { since, redacted, remaining } = rest;
  return {
    generatedAt: isoIn(zoneOf(terminal), terminal.clock().getTime()),
    since,
    shard,
    tool: `Sendwell ${__VERSION__}`,
    timeZone: zoneOf(terminal),
    language: terminal.text.language === 'zh-CN' ? 'zh-CN' : 'en',
    redacted,
    remaining,
  };
}

/** The DNS is asked once for a company, not once for each of its mailboxes. */
function onceForEachDomain(): (address: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return (address) => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const host = known.get(domain) ?? findSite(address).then(({ site }) => site?.host ?? null);
    known.set(domain, host);
    return host;
  };
}

/** Raw notices name people: with redaction they stay beside the database and out of the folder that is handed on. */
function evidencePlace(
  { out, data }: AuditPlan,
  redactor: Redactor | null,
): AuditEnvironment['evidence'] {
  return (account) => {
    const name = `evidence/${evidenceName(redactor ? redactor.address(account) : account)}`;
    return { path: join(redactor ? data : out, name), reportedAs: name };
  };
}

function entryLine(entry: AuditEntry, text: Terminal['text']): string {
  const account = printable(entry.account);
  if (!isAudited(entry)) return `${account}: ${printable(entry.problem.message)}`;
  const { totals, episodes, state } = entry;
  const line = text.t('command:audit.done', {
    state: text.t(`report:state.${state}`),
    ...{ throttled: totals.throttled, episodes: episodes.length },
  });
  return `${account}: ${line}${entry.problem ? ` ${printable(entry.problem.message)}` : ''}`;
}

function outputProblem(error: unknown, folder: string): Problem {
  const { code, path = folder } = error as NodeJS.ErrnoException;
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return failed('disk-full', path, words).problem;
  if (code !== undefined) return failed('output-unwritable', path, words).problem;
  return storeProblem(error, folder).problem;
}

function refuse(terminal: Terminal, problem: Problem): number {
  tellProblem(terminal, problem);
  return statusFor(problem.code);
}
