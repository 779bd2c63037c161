import { describe, expect, it } from 'vitest';
import { accountsCsv, episodesCsv } from '../../../../app/report/audit/csv.ts';
import type { AuditEntry } from '../../../../app/report/audit/document.ts';
import { htmlReport } from '../../../../app/report/audit/html/page.ts';
import { redactEntry, redactor } from '../../../../app/report/audit/redact.ts';
import { summarise } from '../../../../app/report/audit/summary.ts';
import { auditJson } from '../../../../app/report/audit/write-report.ts';
import { createText } from '../../../../app/text/text.ts';
import { audited, each, head, unread, whole } from './entries.ts';

/** Each stands in one kind of field, and is in nothing that may be told. */
const account = 'ownermark@corpmark.example';
const recipient = 'rcptmark@destmark.example';
const program = 'Mailer 2 (msgidmark.corpmark-host.example)';
const said = `user ownermark (${account}) at relay.corpmark.example: <rcptmark@destmark.example> <id-1@idmark.example> rcptmark unknown`;
const quotes = (name: string): string[] => [
  `Folder "${name}" was not read because it could not be opened.`,
  `文件夹“${name}”因无法打开而未读取。`,
  `"${name} "quoted"" could not be imported.`,
];
const marks =
  /ownermark|corpmark|rcptmark|destmark|subjectmark|msgidmark|idmark|foldermark|filemark/i;

const entries: AuditEntry[] = [
  audited({
    account,
    host: 'imap.corpmark.example',
    summary: `No throttle notice of ${account} was found.`,
    folders: [
      { ...audited().folders[0]!, path: 'INBOX' },
      { ...audited().folders[0]!, path: 'foldermark', role: 'other' },
      { ...audited().folders[0]!, path: 'filemark.mbox', role: 'import' },
    ],
    notScanned: [...quotes('foldermark/a b'), ...quotes('filemark.eml'), said],
    episodes: audited().episodes.map((episode) => ({
      ...episode,
      recipientDomains: ['destmark.example'],
      programs: [program],
    })),
    cause: [
      { name: 'stolen-account', likelihood: 'likely', evidence: [program, said, account] },
      { name: 'forged-sender', likelihood: 'possible', evidence: ['to destmark.example'] },
    ],
    advice: { action: 'pause', retryAt: null, why: said, alsoDo: [] },
    problem: { code: 'file-unreadable', message: quotes('filemark/x')[0]!, detail: said },
    lines: [
      { ...audited().lines[0]!, recipient, subject: 'subjectmark of a mail', diagnostic: said },
    ],
    evidence: { ...audited().evidence!, file: `evidence/${account}.zip` },
  }),
  {
    ...unread('ownermark2@corpmark.example'),
    host: 'imap.corpmark.example',
    problem: {
      code: 'login-refused',
      message: 'imap.corpmark.example refused the login.',
      detail: 'user ownermark2 (ownermark2@corpmark.example) is locked',
    },
  },
];

const redact = redactor('key');
const redacted = entries.map((entry) => redactEntry(entry, redact));

async function outputs(of: readonly AuditEntry[]): Promise<Record<string, string>> {
  const lines = of.map((entry) => JSON.stringify(entry));
  const page = async (language: 'en' | 'zh-CN') =>
    whole(
      htmlReport(
        {
          head: head({ language, redacted: true }),
          summary: await summarise(each(of)),
          entries: () => each(of),
        },
        createText(language),
      ),
    );
  return {
    'accounts.ndjson': lines.join('\n'),
    'audit.json': await whole(auditJson(head({ redacted: true }), each(lines))),
    'report-accounts.csv': await whole(accountsCsv(each(of))),
    'report-episodes.csv': await whole(episodesCsv(each(of))),
    // Also the PDF, which is this page printed.
    'audit.html in English': await page('en'),
    'audit.html in Chinese': await page('zh-CN'),
  };
}

describe('somebody who reads a redacted report', () => {
  it('finds no planted name: no leak in any file', async () => {
    for (const [name, text] of Object.entries(await outputs(redacted)))
      expect([name, marks.exec(text)?.[0] ?? null]).toEqual([name, null]);
  });

  it('would find them without redaction, or this leak test proved nothing', async () => {
    for (const [name, text] of Object.entries(await outputs(entries)))
      expect([name, marks.test(text)]).toEqual([name, true]);
    const raw = JSON.stringify(entries).toLowerCase();
    for (const mark of marks.source.split('|')) expect(raw).toContain(mark);
  });

  it('still sees the finding: servers’ addresses, tags, replies and times', () => {
    const text = JSON.stringify(redacted);
    for (const fact of ['203.0.113.9', '01201311R1468S4530114229', 'INBOX', '454', 'Mailer 2'])
      expect(text).toContain(fact);
  });

  it('is not confused by names that are words: "mail" and "user" stay in a server’s sentence', () => {
    const words = 'user unknown, mail refused';
    expect(redact.text(words, ['mail@corpmark.example', 'user@corpmark.example'], [])).toBe(words);
  });
});
