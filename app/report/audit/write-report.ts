import type { i18n } from 'i18next';
import { accountsCsv, episodesCsv } from './csv.ts';
import { isAudited, type AuditEntry, type AuditHead } from './document.ts';
import type { AuditFormat } from './formats.ts';
import { htmlReport } from './html/page.ts';
import { StagedFiles, type OpenFile } from './staged-files.ts';
import { summarise } from './summary.ts';

/** Prints the page at a path to a PDF at another; false when no app is there to do it. */
export type PrintPdf = (page: string, pdf: string, head: AuditHead) => Promise<boolean>;

export interface ReportRequest {
  /** An existing folder. */
  readonly folder: string;
  readonly head: AuditHead;
  /** Every account's line as it was written, in order of address; may be gone through several times. */
  readonly lines: () => AsyncIterable<string>;
  readonly entries: () => AsyncIterable<AuditEntry>;
  readonly formats: ReadonlySet<AuditFormat>;
  readonly text: i18n;
  readonly printPdf: PrintPdf;
  readonly openFile?: OpenFile | undefined;
}

/**
 * Writes the report's files, all or none: a full disk leaves the former report as it was.
 * @returns the names written, and whether a PDF that was asked for could not be made
 */
export async function writeReport(
  request: ReportRequest,
): Promise<{ readonly files: readonly string[]; readonly pdfMissing: boolean }> {
  const { head, formats, text, entries } = request;
  const staged = new StagedFiles(request.folder, request.openFile);
  const files: string[] = [];
  const write = async (name: string, pieces: AsyncIterable<string>): Promise<void> => {
    await staged.write(name, pieces);
    files.push(name);
  };
  let pdfMissing = false;
  try {
    if (formats.has('json')) await write('audit.json', auditJson(head, request.lines()));
    if (formats.has('csv')) {
      await write('report-accounts.csv', accountsCsv(entries()));
      await write('report-episodes.csv', episodesCsv(entries()));
    }
    if (formats.has('html') || formats.has('pdf')) {
      const page = new StagedFiles(request.folder, request.openFile);
      // Chromium tells a page by its name's ending.
      const name = formats.has('html') ? 'audit.html' : 'audit-print.html';
      const target = formats.has('html') ? staged : page;
      const summary = await summarise(entries());
      try {
        await target.write(name, htmlReport({ head, summary, entries }, text));
        if (formats.has('html')) files.push(name);
        if (formats.has('pdf')) {
          const from = target.stagedPath(name);
          const done = await staged.expect('audit.pdf', (pdf) => request.printPdf(from, pdf, head));
          if (done) files.push('audit.pdf');
          pdfMissing = !done;
        }
      } finally {
        await page.abandon();
      }
    }
    await write('SHA256SUMS', evidenceSums(head, entries()));
    await staged.commit();
    return { files, pdfMissing };
  } catch (error) {
    await staged.abandon();
    throw error;
  }
}

/** audit.json, without ever holding all accounts. */
export async function* auditJson(
  head: AuditHead,
  lines: AsyncIterable<string>,
): AsyncIterable<string> {
  const above = JSON.stringify(head, null, 2).slice(0, -2);
  yield `${above},\n  "accounts": [`;
  let first = true;
  for await (const line of lines) {
    yield `${first ? '' : ','}\n    ${line}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]\n}\n`;
}

/** What `sha256sum -c SHA256SUMS` checks: the evidence files beside the report. Empty where none is handed out. */
async function* evidenceSums(
  head: AuditHead,
  entries: AsyncIterable<AuditEntry>,
): AsyncIterable<string> {
  for await (const entry of entries)
    if (!head.redacted && isAudited(entry) && entry.evidence !== null)
      yield `${entry.evidence.sha256}  ${entry.evidence.file}\n`;
}
