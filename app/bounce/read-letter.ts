import { parseDate } from './decode/date.ts';
import { firstField } from './decode/header.ts';
import type { Letter } from './letter.ts';
import type { Limits } from './limits.ts';
import { combine } from './merge.ts';
import type { Failure, Notice } from './notice.ts';
import { families } from './mta/registry.ts';
import type { Family, TextReading } from './mta/family.ts';
import { readOriginal } from './original.ts';
import { noticeSubject } from './recognise/fields.ts';
import { isRefusal, speaksOfFailure, standingOf } from './recognise/kind.ts';
import type { Standing } from './recognise/kind.ts';
import { readDeliveryStatus } from './dsn/delivery-status.ts';
import type { DeliveryReport } from './dsn/delivery-status.ts';
import { judge } from './verdict/verdict.ts';

/**
 * The letter's own notice. Null: it is none, but something may hang on it. 'no-bounce': it is a report of
 * another kind (success, receipt, abuse), and what it returns is not to be read as a notice.
 */
export function readLetter(letter: Letter, limits: Limits): Notice | 'no-bounce' | null {
  const otherReport =
    /^(?:disposition-notification|feedback-report)$/.test(letter.reportType) ||
    (letter.receiptOrAbuse && letter.reports.length === 0);
  if (otherReport && !isRefusal(letter)) return 'no-bounce';
  const reports = letter.reports.map((body) => readDeliveryStatus(body, limits.maxFailures));
  const standing = standingOf(letter);
  const structured = letter.contentType === 'multipart/report' || standing.machine;
  if (reports.some(({ groups }) => groups.length > 0) && structured)
    return fromReports(letter, reports, limits);
  if (!standing.machine || standing.autoReply) return null;
  if (!noticeSubject.test(letter.subject) && !speaksOfFailure(letter.human().whole)) return null;
  return fromText(letter, reports, limits, standing);
}

function fromReports(
  letter: Letter,
  reports: readonly DeliveryReport[],
  limits: Limits,
): Notice | 'no-bounce' {
  const groups = reports.flatMap((report) => report.groups);
  const failing = groups.filter(
    ({ action, status }) =>
      action === 'failed' || action === 'delayed' || (action === null && !status?.startsWith('2')),
  );
  if (failing.length === 0) return 'no-bounce';
  const alone = makeNotice(letter, null, reports, [], limits);
  if (groups.every(({ action }) => action !== null) && alone.failures.every(isComplete))
    return alone;
  const family = families.find((one) => one.recognises(letter)) ?? null;
  const readings = family ? readTexts(family, letter) : [];
  return makeNotice(letter, family, reports, readings, limits);
}

/** Whether the report alone says all that the text could add: then the text need not be read. */
const isComplete = ({
  recipient,
  replyCode,
  remoteMta,
  category,
  confidence,
  throttle,
  diagnostic,
}: Failure): boolean =>
  recipient !== null &&
  replyCode !== null &&
  remoteMta !== null &&
  category !== 'other' &&
  confidence === 'certain' &&
  !/^[45]\d\d-/.test(diagnostic ?? '') &&
  (throttle === null || (throttle.stage !== null && throttle.direction !== 'unknown'));

/** Without a report the human text alone has to name a recipient or quote a reply. */
function fromText(
  letter: Letter,
  reports: readonly DeliveryReport[],
  limits: Limits,
  standing: Standing,
): Notice | null {
  let bare: { family: Family; readings: TextReading[] } | null = null;
  for (const family of families) {
    if (family.name === 'generic' && !standing.daemon) return null;
    if (!family.recognises(letter)) continue;
    const readings = readTexts(family, letter);
    if (readings.every(({ cases }) => cases.length === 0)) continue;
    const notice = makeNotice(letter, family, reports, readings, limits);
    if (notice.failures.some(saysSomething)) return withRecipient(notice, letter);
    if (namesOthers(notice, letter)) bare ??= { family, readings };
  }
  return fromSentence(letter, reports, limits, standing, bare);
}

const saysSomething = ({ category, replyCode, enhancedStatus }: Failure): boolean =>
  category !== 'other' || replyCode !== null || enhancedStatus !== null;

/** Whether a recipient is named that is not the one whom the letter itself is written to. */
function namesOthers({ failures }: Notice, letter: Letter): boolean {
  const own = firstField(letter.fields, 'to').toLowerCase();
  return failures.some(({ recipient }) => recipient !== null && !own.includes(recipient));
}

/**
 * Notices that tell their story in a sentence: it speaks of all recipients, whom a layout (`bare`), the
 * header or the sentence names. The less the sender proves, the more the words have to.
 */
function fromSentence(
  letter: Letter,
  reports: readonly DeliveryReport[],
  limits: Limits,
  { certain, daemonAddress }: Standing,
  bare: { family: Family; readings: TextReading[] } | null,
): Notice | null {
  const text = letter.human().whole;
  const signs = [noticeSubject.test(letter.subject), speaksOfFailure(text)];
  if (!signs.includes(true) || (!certain && signs.includes(false))) return null;
  const texts = [text.slice(0, 4000)];
  const readings = bare
    ? [...bare.readings, { cases: [], shared: texts }]
    : [{ cases: [{ recipient: onlyAddress(text, letter), texts }] }];
  const notice = makeNotice(letter, bare?.family ?? null, reports, readings, limits);
  const quotes = notice.failures.some(({ replyCode }) => replyCode !== null);
  const names = notice.failures.some(({ recipient }) => recipient !== null);
  if (certain) return names || quotes ? notice : null;
  return names && (daemonAddress || quotes) ? notice : null;
}

/** A layout that quotes a reply but names nobody: the one address that its sentences name. */
function withRecipient(notice: Notice, letter: Letter): Notice {
  const [failure, ...others] = notice.failures;
  if (failure?.recipient !== null || others.length > 0) return notice;
  const [recipient = null, ...more] = othersIn(letter.human().whole, letter);
  return recipient === null || more.length > 0
    ? notice
    : { ...notice, failures: [{ ...failure, recipient }] };
}

/** The recipient that the header names, or the first address in the text that is not the server's own. */
function onlyAddress(text: string, letter: Letter): string | null {
  const failed = firstField(letter.fields, 'x-failed-recipients')
    .split(',')[0]
    ?.trim()
    .toLowerCase();
  if (failed) return failed;
  const others = othersIn(text, letter);
  const addressed = addressedTo.exec(text.slice(0, 4000))?.[1]?.toLowerCase();
  return others.find((one) => one === addressed) ?? others[0] ?? null;
}

const addressedTo =
  /\b(?:addressed(?: to)?|delivered to|sent to),?\s{1,3}[<"']?([\w.+-]{1,64}@[\w.-]{1,63}[\w-])/i;

/** Addresses that are neither the server's nor the one that the letter is written to. */
function othersIn(text: string, letter: Letter): string[] {
  const own = firstField(letter.fields, 'to').toLowerCase();
  const found = [
    ...text.slice(0, 4000).matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g),
  ].map(([address]) => address.toLowerCase());
  return [...new Set(found)].filter(
    (address) =>
      !own.includes(address) &&
      !letter.from.includes(address) &&
      !/^(?:postmaster|mailer-daemon|support|help|abuse|noreply|no-reply)@/.test(address),
  );
}

/** Plain text first; HTML says the same again, so it is read when the plain text named nobody. */
function readTexts(family: Family, letter: Letter): TextReading[] {
  const readings: TextReading[] = [];
  for (const text of letter.human().texts) {
    const reading = family.read(text, letter);
    readings.push(reading);
    if (text.kind === 'plain' && reading.cases.some(({ texts }) => texts.length > 0)) break;
  }
  return readings;
}

function makeNotice(
  letter: Letter,
  family: Family | null,
  reports: readonly DeliveryReport[],
  readings: readonly TextReading[],
  limits: Limits,
): Notice {
  const told = readings.find(({ told: one }) => one !== undefined)?.told ?? {};
  return {
    isBounce: true,
    forwarded: false,
    bouncedAt: parseDate(firstField(letter.fields, 'date'))?.iso ?? null,
    unreadable: null,
    reportingMta: reportingMta(reports, readings),
    original: readOriginal(letter, told, limits),
    failures: combine(reports, readings, {
      delayed: () => isDelay(letter, family),
      alibabaNotice: family?.alibaba ?? false,
      announced: announcedRecipients(letter),
    })
      .slice(0, limits.maxFailures)
      .map(judge),
  };
}

function isDelay(letter: Letter, family: Family | null): boolean {
  // "Warning: … user unknown" warns of nothing that is still tried.
  const trying =
    /\bdelay|warning(?!.{0,200}(?:unknown|not exist|undeliverable))|still being retried|延迟|遅延/i;
  if (trying.test(letter.subject)) return true;
  return family?.delayed?.test(letter.human().whole.slice(0, 4000)) ?? false;
}

function reportingMta(
  reports: readonly DeliveryReport[],
  readings: readonly TextReading[],
): string | null {
  for (const { reportingMta: name } of [...reports, ...readings])
    if (name) return name.toLowerCase();
  return null;
}

const announcedRecipients = (letter: Letter): string[] =>
  (letter.fields.get('x-failed-recipients') ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value.includes('@'))
    .slice(0, 1000);
