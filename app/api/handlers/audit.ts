import { auditedEntry, unreadEntry } from '../../report/audit/account-entry.ts';
import type { AuditEntry, Audited, AuditHead } from '../../report/audit/document.ts';
import { redactEntry } from '../../report/audit/redact.ts';
import { writeReport } from '../../report/audit/write-report.ts';
import { basisOfScan, machineZone, type DocumentContext } from '../../report/scan-document.ts';
import { byAddress } from '../../audit/account-log.ts';
import { failed, ok, type Result } from '../../result.ts';
import { storeProblem, type Store } from '../../store/store.ts';
import { createText } from '../../text/text.ts';
import { isoIn } from '../../text/time.ts';
import { collectEvidence, type Collected } from '../collect-evidence.ts';
import { withStore, type Context } from '../context.ts';
import type { Answer, Argument } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { toAuditRow } from '../views/audit.ts';
import { connectAgain, startSample } from './scan.ts';

type AuditChannels = 'audit:list' | 'audit:scan' | 'audit:cancel' | 'audit:status' | 'audit:report';

/** Milliseconds of work before others have their turn: an audit of thousands must not make the window stutter. */
const turnMs = 10;

export function auditHandlers(context: Context): Pick<Handlers, AuditChannels> {
  const { audits, scans, clock, passwords } = context;
  const scanning = new Set<number>();
  return {
    'audit:list': () =>
      withStore(context, async (store) => {
        const rows = [];
        const now = clock().getTime();
        let turn = performance.now();
        for (const account of store.accounts.list().slice(0, 10_000)) {
          rows.push(toAuditRow(store, account, passwords, now));
          if (performance.now() - turn < turnMs) continue;
          await new Promise(setImmediate);
          turn = performance.now();
        }
        return ok(rows);
      }),
    'audit:scan': ({ accountIds, atOnce }) => {
      const { store } = context;
      if (store.ok)
        audits.start(accountIds, atOnce, async (accountId) => {
          scanning.add(accountId);
          try {
            return await scanOne(context, store.value, accountId);
          } finally {
            scanning.delete(accountId);
          }
        });
      return null;
    },
    'audit:cancel': async () => {
      audits.stop();
      await Promise.all([...scanning].map((accountId) => scans.cancel(accountId)));
      return null;
    },
    'audit:status': () => audits.status(),
    'audit:report': (argument) =>
      withStore(context, (store) => makeReport(context, store, argument)),
  };
}

async function scanOne(context: Context, store: Store, accountId: number): Promise<boolean> {
  const { scans } = context;
  const account = store.accounts.get(accountId);
  const started = account?.sample
    ? startSample(context, store)
    : await connectAgain(context, store, accountId);
  if (!started.ok) return false;
  const { accountId: read } = started.value;
  await scans.ended(read);
  return scans.status(read)?.phase === 'done';
}

/** The report on what is stored; the raw notices are fetched for it where they are asked for. */
async function makeReport(
  context: Context,
  store: Store,
  { accountIds, formats, redact, evidence, language }: Argument<'audit:report'>,
): Promise<Answer<'audit:report'>> {
  const folder = await context.chooseReportFolder();
  if (folder === null) return ok(null);
  const text = createText(language);
  const document: DocumentContext = { text, timeZone: null, now: context.clock().getTime() };
  const wanted = new Set(accountIds);
  const accounts = store.accounts
    .list()
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => byAddress(a.address, b.address));
  const redactor = redact ? context.redactor() : null;
  // With redaction the raw notices stay on the server: they name people.
  let collected: Collected = { evidence: new Map(), missing: [] };
  try {
    if (evidence && !redact) collected = await collectEvidence(context, store, accounts, folder);
  } catch (error) {
    return writeProblem(error, folder);
  }
  async function* entries(): AsyncIterable<AuditEntry> {
    for (const account of accounts) {
      const entry = entryOf(store, account, document, collected.evidence.get(account.id) ?? null);
      yield await Promise.resolve(redactor ? redactEntry(entry, redactor) : entry);
    }
  }
  async function* lines(): AsyncIterable<string> {
    for await (const entry of entries()) yield JSON.stringify(entry);
  }
  const oldest = accounts.map(({ id }) => store.scans.last(id)?.since ?? null);
  const zone = machineZone();
  const head: AuditHead = {
    generatedAt: isoIn(zone, document.now),
    since:
      oldest.length === 0 || oldest.includes(null)
        ? null
        : isoIn(zone, Math.min(...oldest.map((since) => since ?? 0))),
    ...{ shard: null, tool: `Sendwell ${context.versions.version}`, timeZone: zone, language },
    ...{ redacted: redact, remaining: 0 },
  };
  try {
    const { files, pdfMissing } = await writeReport({
      ...{ folder, head, lines, entries, text },
      formats: new Set(formats),
      printPdf: context.printPdf,
    });
    if (pdfMissing) return failed('output-unwritable', 'audit.pdf');
    const withoutEvidence = collected.missing.map(({ address }) => address);
    return ok({ folder, files: [...files], withoutEvidence });
  } catch (error) {
    return writeProblem(error, folder);
  }
}

function entryOf(
  store: Store,
  account: ReturnType<Store['accounts']['list']>[number],
  context: DocumentContext,
  evidence: Audited['evidence'],
): AuditEntry {
  const record = store.scans.last(account.id);
  if (record === null) {
    const { problem } = failed('not-scanned', account.address);
    return unreadEntry(account.address, account.host, problem, null, context);
  }
  return auditedEntry(store, account, basisOfScan(record), context, {
    problem: record.report.problem,
    evidence,
  });
}

function writeProblem(error: unknown, folder: string): Result<never> {
  const { code } = error as NodeJS.ErrnoException;
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return failed('disk-full', folder, words);
  if (code !== undefined) return failed('output-unwritable', folder, words);
  return storeProblem(error, folder);
}
