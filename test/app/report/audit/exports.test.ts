import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { accountsCsv, episodesCsv } from '../../../../app/report/audit/csv.ts';
import { parseEntry, type AuditEntry } from '../../../../app/report/audit/document.ts';
import { htmlReport } from '../../../../app/report/audit/html/page.ts';
import { redactEntry, redactor } from '../../../../app/report/audit/redact.ts';
import { summarise } from '../../../../app/report/audit/summary.ts';
import { auditJson } from '../../../../app/report/audit/write-report.ts';
import { createText } from '../../../../app/text/text.ts';
import { audited, each, head, quiet, unread, whole } from './entries.ts';

const formulas = ['=cmd|x@example.com', '+a@example.com', '-a@example.com', '@a@example.com'];
const script = "<script>alert(1)</script>\" onload='x' @example.com";

const page = async (entries: readonly AuditEntry[], language: 'en' | 'zh-CN' = 'en') =>
  whole(
    htmlReport(
      {
        head: head({ language }),
        summary: await summarise(each(entries)),
        entries: () => each(entries),
      },
      createText(language),
    ),
  );

describe('spreadsheets', () => {
  it('get one row per account and one per episode, formulas defused in every text column', async () => {
    const hostile = formulas.map((account) =>
      audited({ account, host: account, notScanned: [account], evidence: null }),
    );
    const entries: AuditEntry[] = [...hostile, unread('c@example.com')];
    for (const csv of [
      await whole(accountsCsv(each(entries))),
      await whole(episodesCsv(each(entries))),
    ]) {
      expect(csv.startsWith('\ufeff')).toBe(true);
      const rows: string[][] = parse(csv, { bom: true });
      expect(rows.length).toBe(csv.includes('startedAt') ? 9 : 6);
      for (const row of rows.slice(1)) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@]/);
    }
  });
});

describe('the page', () => {
  const account = '<img src=x onerror=alert(1)>@example.com';
  const entries: AuditEntry[] = [
    audited({
      account,
      host: script,
      notScanned: [script],
      advice: { action: 'none', retryAt: null, why: script, alsoDo: [] },
      lines: [{ ...audited().lines[0]!, subject: script, recipient: script, diagnostic: script }],
      cause: [{ name: 'pace', likelihood: 'likely', evidence: [script] }],
      evidence: { ...audited().evidence!, file: script },
      problem: { code: 'internal', message: script, detail: script },
    }),
    unread(script),
  ];

  it('shows hostile words as words', async () => {
    const html = await page(entries);
    expect(html).not.toMatch(/<script|<img|<b>now/i);
    expect(html).toContain('&lt;script&gt;');
    // Attributes are closed by no word from outside.
    expect(html).not.toMatch(/aria-label="[^"]*<(?:script|img)/);
  });

  it('runs nothing and loads nothing: its policy allows its one style sheet only', async () => {
    const html = await page(entries);
    expect(html).toContain(`default-src 'none'; style-src 'sha256-`);
    expect(html).not.toMatch(/\sstyle=|\son\w+=(?!alert)"|<link|<iframe|https?:\/\//);
  });

  it('turns words that would read backwards or hide into plain ones', async () => {
    const html = await page([audited({ account: 'a\u202egnp.exe@example.com' })]);
    expect(html).not.toContain('\u202e');
  });

  it.each(['en', 'zh-CN'] as const)('holds every part in %s', async (language) => {
    const text = createText(language);
    const html = await page(
      [audited(), quiet('quiet@example.com'), unread('lost@example.com')],
      language,
    );
    for (const key of [
      'summary.title',
      'domains.title',
      'accounts.title',
      'account.episodes',
      'account.causes',
      'account.advice',
      'account.passwordTitle',
      'unread.title',
      'method.unchanged',
      'method.smtp',
      'method.confidential',
      'evidence.title',
    ] as const)
      expect(html).toContain(text.t(`report:${key}`).replaceAll("'", '&#39;'));
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('ab'.repeat(32));
    expect(html).toContain('93');
    expect(html).toContain('lost@example.com');
  });

  it('says "not judged" where pace and causes were not', async () => {
    const html = await page([
      audited({
        pace: null,
        cause: null,
        episodes: audited().episodes.map((e) => ({ ...e, pace: null })),
      }),
    ]);
    expect(html).toContain('The sending pace was not judged.');
    expect(html).toContain('The causes were not judged.');
  });
});

describe('pseudonyms', () => {
  const redact = redactor('key');
  const entry = redactEntry(
    audited({
      lines: [
        {
          ...audited().lines[0]!,
          diagnostic: 'host mx.dest.example said: <user@dest.example> by owner@example.com',
        },
      ],
      problem: { code: 'x', message: 'owner@example.com failed', detail: 'user owner@example.com' },
    }),
    redact,
  );

  it('leave neither addresses nor subjects, nor the domains that would tell them', () => {
    const json = JSON.stringify(entry);
    for (const word of ['owner', 'user@dest', 'example.com', 'Contest', 'dest.example'])
      expect([word, json.includes(word)]).toEqual([word, false]);
  });

  it('are the same in every place and every output, and others under another key', async () => {
    const name = redact.address('OWNER@example.com');
    expect(entry.account).toBe(name);
    const json = await whole(auditJson(head(), each([JSON.stringify(entry)])));
    for (const output of [json, await page([entry]), await whole(accountsCsv(each([entry])))])
      expect(output).toContain(name);
    expect(redactor('other').address('owner@example.com')).not.toBe(name);
  });
});

describe('accounts.ndjson', () => {
  it('is read back as it was written; other lines are no accounts', () => {
    const entry = audited();
    expect(parseEntry(JSON.stringify(entry))).toEqual(entry);
    expect(parseEntry(JSON.stringify(unread('a@example.com')))).toEqual(unread('a@example.com'));
    for (const line of ['', '{', 'null', '[]', '{"account":"a","state":"limited"}'])
      expect(parseEntry(line)).toBeNull();
  });

  it('makes audit.json the documented document', async () => {
    const json = await whole(auditJson(head(), each([JSON.stringify(audited())])));
    expect(JSON.parse(json)).toMatchObject({ shard: null, accounts: [{ problem: null }] });
    expect(JSON.parse(await whole(auditJson(head(), each([]))))).toMatchObject({ accounts: [] });
  });
});

describe('the summary', () => {
  it('counts accounts of a domain that were throttled at the same time', async () => {
    const later = audited().episodes.map((episode) => ({
      ...episode,
      startedAt: episode.startedAt.replace('T08', 'T20'),
      endedAt: episode.endedAt.replace('T09', 'T21'),
    }));
    const { domains } = await summarise(
      each([
        audited(),
        audited({ account: 'second@example.com' }),
        audited({ account: 'third@example.com', episodes: later }),
        audited({ account: 'elsewhere@example.cn' }),
      ]),
    );
    expect(domains.map(({ domain, throttled, atOnce }) => [domain, throttled, atOnce])).toEqual([
      ['example.com', 3, 2],
      ['example.cn', 1, 1],
    ]);
  });
});
