import { expect, it } from 'vitest';
import { basisOfScan, scanDocument } from '../../../../app/report/scan-document.ts';
import { scan } from '../../../../app/scan/scan.ts';
import { openStore } from '../../../../app/store/store.ts';
import { createText } from '../../../../app/text/text.ts';
import { MemoryMailbox } from '../memory-mailbox.ts';
import { judge, type EpisodeVerdict } from './rules.ts';
import { folderOf, randomWorld, type World } from './world.ts';

const worlds = 150;

async function scanned(world: World) {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  const account = store.accounts.save({
    ...{ address: 'owner@example.com', host: 'imap.example.com', port: 993 },
    ...{ sample: false, ca: null },
  });
  const mailbox = new MemoryMailbox({
    INBOX: { role: 'inbox', uidValidity: 2, messages: folderOf(world, 'INBOX') },
    Junk: { role: 'junk', uidValidity: 2, messages: folderOf(world, 'Junk') },
    Sent: { role: 'sent', uidValidity: 2, messages: folderOf(world, 'Sent') },
  });
  const outcome = await scan({
    ...{ mailbox, reconnect: null, store, account, folders: [], since: new Date(world.since) },
    signal: new AbortController().signal,
    clock: () => new Date(world.now),
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const document = scanDocument(store, account, basisOfScan(outcome.value.record), {
    ...{ text: createText('en'), timeZone: 'UTC', now: world.now },
  });
  store.close();
  return document;
}

const course = (episode: Omit<EpisodeVerdict, 'pace'> & { pace: unknown }) => ({
  startedAt: episode.startedAt,
  endedAt: episode.endedAt,
  notices: episode.notices,
  failures: episode.failures,
  transient: episode.transient,
  permanent: episode.permanent,
  pace: episode.pace,
});

const time = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null);

it.each(Array.from({ length: worlds }, (_, index) => index + 1))(
  'a second reading of the rules agrees on random mailbox %i',
  async (seed) => {
    const world = randomWorld(seed);
    const expected = judge(world);
    const document = await scanned(world);
    expect(document.totals).toEqual(expected.totals);
    expect(
      document.episodes.map((episode) =>
        course({
          ...episode,
          startedAt: Date.parse(episode.startedAt),
          endedAt: Date.parse(episode.endedAt),
        }),
      ),
    ).toEqual(expected.episodes.map(course));
    expect(document.pace?.coverage ?? null).toBe(expected.coverage);
    expect({
      action: document.advice.action,
      retryAt: time(document.advice.retryAt),
      state: document.state,
    }).toEqual({ ...expected.advice, state: expected.state });
  },
);
