import { createHash } from 'node:crypto';
import type { i18n } from 'i18next';
import { domainOf, isAudited, type AuditEntry, type Audited, type AuditHead } from '../document.ts';
import { factsOf, mostSections, type Summary } from '../summary.ts';
import { accountSection } from './account.ts';
import { methodSection } from './back.ts';
import { chartPatterns } from './chart.ts';
import { cover, domainsSection, span, stateMark, summarySection, type Front } from './front.ts';
import { escape, markup, type Markup } from './markup.ts';
import { style } from './style.ts';
import { dash, reportWords } from './words.ts';

export interface AuditReport {
  readonly head: AuditHead;
  readonly summary: Summary;
  /** In order of address; may be gone through several times. */
  readonly entries: () => AsyncIterable<AuditEntry>;
}

/** Beyond these a document is no longer read by anybody; JSON and CSV hold everything. */
const mostRows = 5000;
const sectionId = (index: number): string => `account-${index}`;

/** Nothing may run or be loaded, and the one style sheet is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that needs nothing beside it, in pieces: a large one is never whole in memory. */
export async function* htmlReport(report: AuditReport, text: i18n): AsyncIterable<string> {
  const { head, summary } = report;
  const words = reportWords(text, head);
  const { t } = words;
  const front: Front = { head, summary, words };
  yield `<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(t('title'))}</title>
<style>${style}</style>
</head>
<body>
`;
  yield chartPatterns.text;
  yield cover(front).text;
  yield contents(front).text;
  yield `<main>\n${summarySection(front).text}\n${domainsSection(front).text}\n`;
  yield* accountRows(report, front);
  yield* unreadRows(report, front);
  yield* accountSections(report, front);
  yield methodSection(front).text;
  yield* evidenceRows(report, front);
  yield '</main>\n</body>\n</html>\n';
}

function contents({ words: { t }, summary }: Front): Markup {
  const parts = [
    ['summary', t('summary.title')],
    ['domains', t('domains.title')],
    ['accounts', t('accounts.title')],
    ...(summary.unread > 0 ? [['unread', t('unread.title')] as const] : []),
    ['details', t('account.details')],
    ['method', t('method.title')],
    ['evidence', t('evidence.title')],
  ] as const;
  return markup`<nav aria-label="${t('contents')}">
    <ul>
      ${parts.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}
    </ul>
  </nav>`;
}

/** Whether an account gets a section of its own: a throttle, or reading that ended half-way. */
const hasFinding = (entry: AuditEntry): entry is Audited =>
  isAudited(entry) && (entry.episodes.length > 0 || entry.problem !== null);

async function* accountRows(report: AuditReport, front: Front): AsyncIterable<string> {
  const { words, summary } = front;
  const { t, number, share, time, day } = words;
  const columns = [
    'account',
    'state',
    'episodes',
    'rejections',
    'last',
    'cause',
    'coverage',
    'password',
  ] as const;
  const numeric: ReadonlySet<string> = new Set(['episodes', 'rejections', 'coverage']);
  yield markup`<section id="accounts">
    <h2>${t('accounts.title')}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map((name) => markup`<th${numeric.has(name) && markup` class="n"`}>${t(`accounts.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
`.text;
  let domain: string | null = null;
  let omitted = 0;
  let section = 0;
  const all = summary.accounts <= mostRows;
  for await (const entry of report.entries()) {
    const facts = factsOf(entry);
    if (!all && !hasFinding(entry)) {
      omitted += 1;
      continue;
    }
    const own = domainOf(entry.account);
    if (own !== domain) {
      domain = own;
      yield markup`<tr class="group">
        <th colspan="8" scope="rowgroup">${own || t('domains.none')}</th>
      </tr> `.text;
    }
    const linked =
      hasFinding(entry) &&
      facts.transient + facts.permanent >= summary.sectionFrom &&
      section < mostSections;
    const name = linked
      ? markup`<a href="#${sectionId((section += 1))}">${entry.account}</a>`
      : entry.account;
    if (!isAudited(entry)) {
      yield markup`<tr>
        <td class="name">${name}</td>
        <td>${stateMark('unread', words)}</td>
        <td colspan="6">${entry.problem.message}</td>
      </tr> `.text;
      continue;
    }
    const cause = entry.cause?.find(({ likelihood }) => likelihood !== 'unlikely');
    const changed = entry.password.changes.at(-1);
    yield markup`<tr>
      <td class="name">${name}</td>
      <td>${stateMark(facts.state, words)}</td>
      <td class="n">${number(facts.episodes)}</td>
      <td class="n">${number(facts.transient + facts.permanent)}</td>
      <td class="time">${facts.lastAt === null ? dash : time(facts.lastAt)}</td>
      <td>
        ${entry.cause === null ? t('accounts.notJudged') : cause ? `${t(`cause.${cause.name}`)} (${t(`likelihood.${cause.likelihood}`)})` : dash}
      </td>
      <td class="n">${share(entry.pace?.coverage ?? null)}</td>
      <td class="time">${changed === undefined ? t('accounts.never') : day(changed)}</td>
    </tr> `.text;
  }
  yield '</tbody></table>\n';
  if (omitted > 0)
    yield markup`<p class="dim">${t('accounts.omitted', { count: omitted })}</p> `.text;
  yield '</section>\n';
}

async function* unreadRows(report: AuditReport, { words, summary }: Front): AsyncIterable<string> {
  if (summary.unread === 0) return;
  const { t } = words;
  yield markup`<section id="unread">
    <h2>${t('unread.title')}</h2>
    <p>${t('unread.intro')}</p>
    <table>
      <thead>
        <tr>
          <th>${t('accounts.account')}</th>
          <th>${t('unread.reason')}</th>
        </tr>
      </thead>
      <tbody>
`.text;
  for await (const entry of report.entries())
    if (!isAudited(entry)) {
      const { message, detail } = entry.problem;
      yield markup`<tr>
        <td class="name">${entry.account}</td>
        <td>
          ${message}${detail !== null && detail !== '' && markup`<br /><span class="dim">${t('account.serverSaid', { words: detail })}</span>`}
        </td>
      </tr> `.text;
    }
  yield '</tbody></table></section>\n';
}

async function* accountSections(report: AuditReport, front: Front): AsyncIterable<string> {
  const { words } = front;
  const { t } = words;
  const days = span(front);
  yield markup`<section id="details"><h2>${t('account.details')}</h2>`.text;
  let shown = 0;
  let omitted = 0;
  for await (const entry of report.entries()) {
    if (!hasFinding(entry)) continue;
    const { transient, permanent } = factsOf(entry);
    if (transient + permanent < front.summary.sectionFrom || shown >= mostSections) omitted += 1;
    else yield `${accountSection(entry, days, words, sectionId((shown += 1))).text}\n`;
  }
  if (shown === 0) yield markup`<p>${t('account.detailsNone')}</p>`.text;
  if (omitted > 0)
    yield markup`<p class="dim">${t('account.detailsOmitted', { count: omitted })}</p>`.text;
  yield '</section>\n';
}

async function* evidenceRows(report: AuditReport, front: Front): AsyncIterable<string> {
  const { head, words, summary } = front;
  const { t, number } = words;
  yield markup`<section id="evidence"><h2>${t('evidence.title')}</h2>`.text;
  if (summary.evidenceFiles === 0) yield markup`<p>${t('evidence.none')}</p></section>`.text;
  else {
    yield markup`<p>${t(head.redacted ? 'evidence.introRedacted' : 'evidence.intro')}</p>
      <table>
        <thead>
          <tr>
            <th>${t('evidence.file')}</th>
            <th class="n">${t('evidence.notices')}</th>
            <th class="n">${t('evidence.bytes')}</th>
            <th>SHA-256</th>
          </tr>
        </thead>
        <tbody>
`.text;
    for await (const entry of report.entries())
      if (isAudited(entry) && entry.evidence !== null) {
        const { file, notices, bytes, sha256 } = entry.evidence;
        yield markup`<tr>
          <td class="code">${file}</td>
          <td class="n">${number(notices)}</td>
          <td class="n">${number(bytes)}</td>
          <td class="code hash">${sha256}</td>
        </tr> `.text;
      }
    yield '</tbody></table></section>\n';
  }
}
