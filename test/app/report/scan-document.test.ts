import { beforeAll, describe, expect, it } from 'vitest';
import { overviewHandlers } from '../../../app/api/handlers/overview.ts';
import { basisOfScan, scanDocument, type ScanDocument } from '../../../app/report/scan-document.ts';
import { freshSampleAccount, scanSample } from '../../../app/scan/sample.ts';
import { createText } from '../../../app/text/text.ts';
import { mailbox, newWorld } from '../scan/world.ts';
import { testContext, type TestContext } from '../api/context.ts';

const now = new Date('2026-03-20T15:00:00Z');
let context: TestContext;
let document: ScanDocument;
let accountId: number;

beforeAll(async () => {
  context = await testContext({ clock: () => now });
  const store = context.store.value;
  const account = freshSampleAccount(store);
  accountId = account.id;
  const scanned = await scanSample({
    ...{ store, account, clock: () => now, signal: new AbortController().signal },
    onProgress: () => undefined,
  });
  if (!scanned.ok) throw new Error(scanned.problem.code);
  document = scanDocument(store, account, basisOfScan(scanned.value.record), {
    ...{ text: createText('en'), timeZone: 'Asia/Shanghai', now: now.getTime() },
  });
});

describe('the document of the sample', () => {
  it('sets the pace before each episode above what went through without a rejection', () => {
    const highest = document.pace?.highestWithoutRejection.hour?.messages ?? 0;
    expect(highest).toBeGreaterThan(0);
    expect(document.episodes.length).toBeGreaterThan(0);
    for (const { pace } of document.episodes)
      expect(pace?.hour.messages).toBeGreaterThan(2 * highest);
    expect(document.pace?.coverage).toBeGreaterThan(0.8);
  });

  it('finds the pace likely and nothing else, with evidence for each cause', () => {
    expect(document.cause.map(({ name, likelihood }) => [name, likelihood])).toEqual([
      ['pace', 'likely'],
      ['weak-password', 'unlikely'],
      ['stolen-account', 'unlikely'],
      ['forged-sender', 'unlikely'],
    ]);
    for (const { evidence } of document.cause) expect(evidence.length).toBeGreaterThan(0);
  });

  it('is the same when the sample is opened a second time, under the number of the first', async () => {
    const store = context.store.value;
    const account = freshSampleAccount(store);
    expect(account.id).toBe(accountId);
    const scanned = await scanSample({
      ...{ store, account, clock: () => now, signal: new AbortController().signal },
      onProgress: () => undefined,
    });
    if (!scanned.ok) throw new Error(scanned.problem.code);
    const { text } = context;
    const again = scanDocument(store, account, basisOfScan(scanned.value.record), {
      ...{ text, timeZone: 'Asia/Shanghai', now: now.getTime() },
    });
    const { seconds: _, ...traffic } = again.traffic;
    expect(again).toEqual({ ...document, traffic: { ...traffic, seconds: again.traffic.seconds } });
  });

  it('has times with the zone that was asked for', () => {
    for (const { startedAt } of document.episodes) expect(startedAt).toMatch(/\+08:00$/);
  });
});

describe('a mailbox in which only recipients’ servers throttled', () => {
  it('is healthy, and says that no notice limits this account rather than that there is none', async () => {
    const world = await newWorld();
    const box = mailbox();
    for (const message of box.folders['INBOX']!.messages)
      Object.assign(message, { raw: message.raw.replaceAll('smtp.qiye', 'mx1.qiye') });
    const { record } = await world.run(box);
    const { state, totals, advice, summary } = scanDocument(
      world.store,
      world.account,
      basisOfScan(record),
      { text: createText('en'), timeZone: 'UTC', now: record.finishedAt },
    );
    expect([state, totals.throttled, advice.action]).toEqual(['healthy', 30, 'none']);
    for (const sentence of [advice.why, summary])
      expect(sentence).toContain('No throttle notice that limits this account');
  });
});

describe('the text for support', () => {
  it('holds times with their zone, IPs, tags and the servers’ own words, no other mail’s', async () => {
    const answer = await overviewHandlers(context)['support:bundle']({
      ...{ accountId, gapMinutes: 60, startedAt: null },
    });
    if (!answer.ok) throw new Error(answer.problem.code);
    const last = document.episodes.at(-1)!;
    expect(answer.value).toContain(last.connectionIps[0]);
    expect(answer.value).toMatch(/First rejection: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/);
    expect(answer.value).toMatch(/ANTISPAM_BAT\[01201311R/);
    expect(answer.value.match(/ANTISPAM_BAT\[/g)).toHaveLength(last.failures);
  });

  it('says that there is no such episode', async () => {
    const answer = await overviewHandlers(context)['support:bundle']({
      ...{ accountId, gapMinutes: 60, startedAt: 5 },
    });
    expect(answer.ok).toBe(false);
  });
});

it('gives an episode with its deciding lines', async () => {
  const handlers = overviewHandlers(context);
  const known = await handlers['overview:get']({ accountId, gapMinutes: 60 });
  if (!known.ok) throw new Error(known.problem.code);
  const { startedAt, direction } = known.value.episodes[0]!;
  const answer = await handlers['episode:get']({ accountId, gapMinutes: 60, startedAt, direction });
  if (!answer.ok) throw new Error(answer.problem.code);
  const { lines, lineCount, episode } = answer.value;
  expect(lines).toHaveLength(lineCount);
  expect(episode.startedAt).toBe(lines[0]?.at);
  for (const { diagnostic } of lines) expect(diagnostic).toMatch(/sending/);
});
