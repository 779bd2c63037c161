import { describe, expect, it } from 'vitest';
import type { CauseName, Likelihood } from '../../../../app/health/cause.ts';
import { judgeCauses } from '../../../../app/health/causes/all.ts';
import { findSigns } from '../../../../app/health/causes/signs.ts';
import { measureCoverage } from '../../../../app/health/coverage.ts';
import { day, findEpisodes, hour, ownEpisodes } from '../../../../app/health/episodes.ts';
import {
  highestWithoutRejection,
  indexSent,
  ownRejectionTimes,
  paceUpTo,
} from '../../../../app/health/pace.ts';
import { createText } from '../../../../app/text/text.ts';
import { evidenceSentence } from '../../../../app/text/evidence.ts';
import { columnsOf, sentOf, type TestFailure } from '../columns.ts';

const now = Date.UTC(2026, 2, 31, 12);
const minute = 60_000;

interface Story {
  readonly failures: readonly TestFailure[];
  /** Null: no Sent folder. */
  readonly sent: readonly number[] | null;
  readonly check?: { at: number; compliant: boolean; score: number } | null;
  readonly changes?: readonly number[];
}

function judge({ failures, sent, check = null, changes = [] }: Story) {
  const { columns, nameOf } = columnsOf(failures);
  const sentColumns = sent && sentOf(sent);
  const index = sentColumns && indexSent(sentColumns, null);
  const own = ownEpisodes(findEpisodes(columns, nameOf)).map((episode) => ({
    ...episode,
    pace: index && paceUpTo(index, episode.startedAt),
  }));
  return judgeCauses({
    own,
    sent: index,
    highest: index && highestWithoutRejection(index, ownRejectionTimes(columns, null)),
    coverage: measureCoverage(columns, null),
    signs: findSigns({
      ...{ address: 'owner@example.com', columns, sent: sentColumns, since: null, nameOf },
      offsetAt: () => 8 * hour,
    }),
    ...{ check, changes, now },
  });
}

const office = '198.51.100.24';
const client = 'mail.example.com, Foxmail 7.2';
/** Four mails an hour in office hours (zone +8) of 20 days. */
const everyday = Array.from({ length: 20 }, (_, days) =>
  Array.from(
    { length: 32 },
    (_, quarter) => now - (25 - days) * day - 11 * hour + quarter * 15 * minute,
  ),
).flat();
const at = now - 2 * day;
const burst = Array.from({ length: 60 }, (_, second) => at - 60_000 + second * 1000);
const rejected = (count: number, more: Partial<TestFailure> = {}): TestFailure[] =>
  Array.from({ length: count }, (_, index) => ({
    at: at + index * 1000,
    original: `<${index}@mail.example.com>`,
    recipient: `r${index}@d${index}.example.org`,
    program: client,
    ip: office,
    inSent: true,
    ...more,
  }));
const foreign = (count: number, more: Partial<TestFailure> = {}): TestFailure[] =>
  rejected(count, { inSent: false, ...more }).map((failure, index) => ({
    ...failure,
    original: `<x${index}@elsewhere.example.net>`,
  }));
/** 02:00 in the viewer's zone. */
const night = now - 2 * day - 18 * hour;
const stolen = (count: number, more: Partial<TestFailure> = {}): TestFailure[] =>
  foreign(count, { program: 'WIN-7Q, Mailer X', ...more }).map((failure, index) => ({
    ...failure,
    at: night + index * minute,
    ip: index % 2 === 0 ? '203.0.113.5' : '192.0.2.77',
  }));

const weak = { at: now - day, compliant: false, score: 1 };
const good = { at: now - day, compliant: true, score: 4 };
const stories: readonly [string, Story, Partial<Record<CauseName, Likelihood>>][] = [
  [
    'nothing at all',
    { failures: [], sent: [] },
    {
      pace: 'unlikely',
      'weak-password': 'unlikely',
      'stolen-account': 'unlikely',
      'forged-sender': 'unlikely',
    },
  ],
  [
    'a burst far above what went through, all of it in Sent',
    { failures: rejected(20), sent: [...everyday, ...burst] },
    {
      pace: 'likely',
      'weak-password': 'unlikely',
      'stolen-account': 'unlikely',
      'forged-sender': 'unlikely',
    },
  ],
  [
    'throttled at a pace that used to go through',
    { failures: rejected(5), sent: [...everyday, at - 1000] },
    { pace: 'unlikely', 'weak-password': 'possible', 'stolen-account': 'unlikely' },
  ],
  [
    'the same after a check that failed',
    { failures: rejected(5), sent: [...everyday, at - 1000], check: weak },
    { 'weak-password': 'likely' },
  ],
  [
    'the same after a check that passed',
    { failures: rejected(5), sent: [...everyday, at - 1000], check: good },
    { 'weak-password': 'unlikely' },
  ],
  [
    'a weak password that was changed since, and nothing after it',
    {
      failures: rejected(5).map((each) => ({ ...each, at: each.at - 18 * day })),
      sent: everyday,
      check: { ...weak, at: now - 19 * day },
      changes: [now - 19 * day + hour, now - 10 * day],
    },
    { 'weak-password': 'likely' },
  ],
  [
    'a weak password and no rejection',
    { failures: [], sent: everyday, check: weak },
    { 'weak-password': 'possible' },
  ],
  [
    'a program that sends over SMTP: nothing in Sent, one address, its own name',
    {
      failures: foreign(30, { program: 'shop.example.com, ShopMailer', ip: '198.51.100.9' }),
      sent: everyday,
    },
    { pace: 'possible', 'stolen-account': 'possible', 'forged-sender': 'unlikely' },
  ],
  [
    'strange programs from several strange addresses at night, beside ordinary mail in Sent',
    { failures: [...rejected(6), ...stolen(40)], sent: [...everyday, ...burst] },
    { 'stolen-account': 'likely', 'forged-sender': 'unlikely' },
  ],
  [
    'mail deleted from Sent: same address, same program',
    { failures: [...rejected(20), ...foreign(4)], sent: [...everyday, ...burst] },
    { 'stolen-account': 'unlikely' },
  ],
  [
    'bounces of mail that nobody here wrote, by recipients’ servers',
    {
      failures: foreign(12, {
        direction: 'recipient-server',
        program: 'elsewhere.example.net',
        ip: null,
      }),
      sent: everyday,
    },
    { pace: 'unlikely', 'stolen-account': 'unlikely', 'forged-sender': 'likely' },
  ],
  [
    'the same for other reasons than a throttle',
    {
      failures: foreign(12, { throttle: false, program: 'elsewhere.example.net' }),
      sent: everyday,
    },
    { 'forged-sender': 'likely' },
  ],
  [
    'two such bounces only',
    { failures: foreign(2, { throttle: false, program: 'elsewhere.example.net' }), sent: everyday },
    { 'forged-sender': 'possible' },
  ],
  [
    'no Sent folder',
    { failures: rejected(5, { inSent: false }), sent: null },
    {
      pace: 'possible',
      'weak-password': 'possible',
      'stolen-account': 'possible',
      'forged-sender': 'unlikely',
    },
  ],
];

describe('the four causes', () => {
  it.each(stories)('%s', (_name, story, expected) => {
    const found = Object.fromEntries(
      judge(story).map(({ name, likelihood }) => [name, likelihood]),
    );
    expect(found).toMatchObject(expected);
  });

  it.each(stories)('are never without evidence that both languages can say: %s', (_name, story) => {
    for (const { evidence } of judge(story)) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const language of ['en', 'zh-CN'] as const)
        for (const each of evidence) {
          const said = evidenceSentence(createText(language), each, (time) => String(time));
          expect(said).not.toContain(each.code);
          expect(said).not.toContain('{{');
        }
    }
  });

  it('never call a weak password likely without a check', () => {
    for (const [, story] of stories) {
      const found = judge({ ...story, check: null }).find(({ name }) => name === 'weak-password');
      expect(found?.likelihood).not.toBe('likely');
    }
  });

  it('say that a program sends outside Sent where coverage is low', () => {
    const [pace] = judge({ failures: foreign(30), sent: everyday });
    expect(pace?.evidence).toContainEqual({
      ...{ code: 'outside-program', basis: 'sent', values: { share: 0 } },
    });
  });

  it('say of a possible theft that a program over SMTP would explain it too', () => {
    const theft = judge({ failures: [...rejected(6), ...stolen(40)], sent: everyday })[2];
    expect(theft?.evidence.map(({ code }) => code)).toContain('smtp-explains-too');
  });
});
