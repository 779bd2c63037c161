import type { Answer, Bucket, Channel, EpisodeRow, Overview } from '../../app/api/contract.ts';
import { failed, ok } from '../../app/result.ts';
import { account, madeUpCauses } from '../renderer/fake-bridge.ts';
import { madeUpMailbox, madeUpOverview } from '../renderer/made-up-mailbox.ts';
import type { StartedApp } from './app.ts';

type Answers = { readonly [C in Channel]?: Answer<C> | 'never' };

/** Lets main answer with these from now on, for states that no mailbox at hand is in. */
export async function answerWith({ app }: StartedApp, answers: Answers): Promise<void> {
  await app.evaluate(({ ipcMain }, given) => {
    // An answer that nothing holds is collected, and the window told that it will never come.
    const waiting: unknown[] = ((globalThis as { waiting?: unknown[] }).waiting ??= []);
    for (const [channel, answer] of Object.entries(given)) {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () =>
        answer === 'never' ? new Promise((resolve) => waiting.push(resolve)) : answer,
      );
    }
  }, answers);
}

const everything = {
  ...{ from: null, to: null, nature: null, direction: null },
  ...{ connectionIp: null, recipientDomain: null, program: null },
};

/** One answer for each state of the overview that is worth a picture. */
export function overviewStates(now: number) {
  const mailbox = madeUpMailbox(now);
  const limited: Overview = {
    ...madeUpOverview(mailbox, account(), now),
    causes: [...madeUpCauses],
  };
  const chart = ok(mailbox.chart(everything));
  const over = { action: 'none', retryAt: null, reason: 'over', alsoDo: ['slow-down'] } as const;
  const day = 86_400_000;
  const get = (change: Partial<Overview>): Answers => ({
    'overview:get': ok({ ...limited, ...change }),
    'overview:chart': chart,
  });
  return {
    limited: get({}),
    recovering: get({ state: 'recovering', advice: { ...over, alsoDo: [...over.alsoDo] } }),
    unknown: get({ state: 'unknown', scannedAt: now - 9 * day, notScanned: [] }),
    partial: get({
      state: 'unknown',
      advice: null,
      notScanned: [
        { code: 'folder', subject: '垃圾邮件', count: null },
        { code: 'before-window', subject: null, count: 74_989 },
      ],
    }),
    full: full(limited, now),
    loading: { 'overview:get': 'never' },
    failed: { 'overview:get': failed('store-locked', null, 'database is locked') },
  } satisfies Record<string, Answers>;
}

/** As much of everything as the contract lets through, with names that no one would choose. */
function full(limited: Overview, now: number): Answers {
  const long = `${'very-long-host-name-'.repeat(9)}.example.org`;
  const [episode] = limited.episodes;
  const hour = 3_600_000;
  const episodes = Array.from({ length: 5000 }, (_, index): EpisodeRow => {
    const startedAt = now - (5000 - index) * 7 * hour;
    return {
      ...(episode as EpisodeRow),
      startedAt,
      endedAt: startedAt + hour,
      transient: 123_456,
      permanent: 98_765,
      connectionIps: ['2001:db8:85a3::8a2e:370:7334'],
      recipientDomains: [long],
    };
  });
  const buckets = Array.from({ length: 2000 }, (_, index): Bucket => {
    const from = now - (2000 - index) * 18 * hour;
    const wave = Math.round((Math.sin(index / 9) + 1) * 400_000);
    return { from, to: from + 18 * hour, transient: wave, permanent: wave >> 2, sent: wave * 4 };
  });
  const groups = Array.from({ length: 50 }, (_, index) => ({
    name: `${index}-${long}`,
    transient: 1_234_567 - index * 20_000,
    permanent: 456_789,
  }));
  return {
    'overview:get': ok({
      ...limited,
      episodes,
      firstAt: episodes[0]?.startedAt ?? null,
      totals: { notices: 1_234_567, failures: 12_345_678, throttled: 9_876_543 },
      imports: [{ name: `${long}.log`, at: now, notices: 1_234_567, throttled: 987_654 }],
    }),
    'overview:chart': ok({
      bucketSize: 'day',
      buckets,
      transient: 123_456_789,
      permanent: 12_345_678,
      hours: Array.from({ length: 7 }, (_, day) =>
        Array.from({ length: 24 }, (__, at) => ((day * 24 + at) * 7919) % 54_321),
      ),
      connectionIps: { groups, rest: 12_345 },
      recipientDomains: { groups, rest: 12_345 },
      programs: { groups, rest: 12_345 },
    }),
  };
}
