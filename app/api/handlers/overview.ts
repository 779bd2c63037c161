import { ok } from '../../result.ts';
import { overview, type Overview as Known } from '../../scan/overview.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { EpisodeRow, Overview } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { toAccount } from '../views/account.ts';
import { clip } from '../views/clip.ts';

export function overviewHandlers(context: Context): Pick<Handlers, 'overview:get'> {
  const { passwords, clock } = context;
  return {
    'overview:get': ({ accountId, ...range }) =>
      withStore(context, (store) => {
        const account = store.accounts.get(accountId);
        if (account === null) return gone();
        const known = overview(store, accountId, range, clock().getTime());
        return ok(toOverview(known, toAccount(account, store, passwords)));
      }),
  };
}

/** The newest episodes stay when there are more than a chart can show. */
function toOverview(known: Known, account: Overview['account']): Overview {
  return {
    account,
    state: known.state,
    since: known.since,
    scannedAt: known.scannedAt,
    advice: known.advice,
    totals: known.totals,
    bucketSize: known.bucketSize,
    buckets: [...known.buckets],
    episodes: known.episodes.slice(-5000).map(toEpisode),
    folders: known.folders
      .slice(0, 10_000)
      .map((folder) => ({ ...folder, path: clip(folder.path, 1000) })),
    notScanned: known.notScanned
      .slice(0, 1000)
      .map((each) => ({ ...each, subject: clip(each.subject, 1000) })),
  };
}

const toEpisode = (episode: Known['episodes'][number]): EpisodeRow => ({
  ...episode,
  connectionIps: episode.connectionIps.slice(0, 100).map((ip) => clip(ip, 45)),
});
