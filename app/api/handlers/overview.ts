import { drawChart, type ChartFilter, type Groups } from '../../health/chart.ts';
import { day } from '../../health/episodes.ts';
import { supportBundle } from '../../report/support-bundle.ts';
import { failed, ok, type Result } from '../../result.ts';
import { standing, type PacedEpisode, type Standing } from '../../scan/overview.ts';
import type { Store } from '../../store/store.ts';
import { localOffset } from '../../text/time.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Chart, RejectionFilter } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { toAccount } from '../views/account.ts';
import { clip } from '../views/clip.ts';
import { toEpisode, toOverview } from '../views/overview.ts';

type OverviewChannels = 'overview:get' | 'overview:chart' | 'episode:get' | 'support:bundle';

const minute = 60_000;
const mostLines = 500;

export function overviewHandlers(context: Context): Pick<Handlers, OverviewChannels> {
  const { passwords, clock, text } = context;
  const ask = (store: Store, accountId: number, gapMinutes: number): Standing =>
    standing(store, accountId, {
      ...{ now: clock().getTime(), since: null, gap: gapMinutes * minute },
      offsetAt: localOffset,
    });
  return {
    'overview:get': ({ accountId, gapMinutes }) =>
      withStore(context, (store) => {
        const account = store.accounts.get(accountId);
        if (account === null) return gone();
        const known = ask(store, accountId, gapMinutes);
        return ok(toOverview(known, store, toAccount(account, store, passwords)));
      }),
    'overview:chart': ({ accountId, filter, bucketSize }) =>
      withStore(context, (store): Result<Chart> => {
        const rejections = store.rejections.columns(accountId);
        const now = clock().getTime();
        const first = Math.min(rejections.at[0] ?? now - 90 * day, now - day);
        const drawn = drawChart(
          ...([rejections, store.sent.columns(accountId)] as const),
          toChartFilter(store, accountId, filter),
          { from: first, to: now },
          bucketSize,
          localOffset,
        );
        const { ips, domains, programs, ...chart } = drawn;
        const named = ({ groups, rest }: Groups, most: number): Chart['programs'] => ({
          groups: groups.map(({ id, ...group }) => ({
            ...group,
            name: clip(store.names.text(id), most),
          })),
          rest,
        });
        return ok({
          ...chart,
          buckets: [...chart.buckets],
          hours: chart.hours.map((row) => [...row]),
          connectionIps: named(ips, 45),
          recipientDomains: named(domains, 253),
          programs: named(programs, 1000),
        });
      }),
    'episode:get': ({ accountId, gapMinutes, startedAt, direction }) =>
      withStore(context, (store) => {
        const episode = ask(store, accountId, gapMinutes).episodes.find(
          (each) => each.startedAt === startedAt && each.direction === direction,
        );
        if (!episode) return gone();
        const lines = linesOf(store, accountId, episode).map((line) => ({
          ...line,
          recipient: clip(line.recipient, 320),
          connectionIp: clip(line.connectionIp, 45),
          tag: clip(line.tag, 200),
          node: clip(line.node, 200),
          diagnostic: clip(line.diagnostic, 4000),
          importedFrom: clip(line.importedFrom, 1000),
        }));
        return ok({ episode: toEpisode(episode), lines, lineCount: episode.failures });
      }),
    'support:bundle': ({ accountId, gapMinutes, startedAt }) =>
      withStore(context, (store) => {
        const account = store.accounts.get(accountId);
        if (account === null) return gone();
        const known = ask(store, accountId, gapMinutes);
        const episode =
          startedAt === null
            ? known.episodes.at(-1)
            : known.episodes.find((each) => each.startedAt === startedAt);
        if (!episode) return failed('internal', null, 'no episode');
        const lines = linesOf(store, accountId, episode);
        const parts = { account: account.address, known, episode, lines };
        return ok(clip(supportBundle(parts, { text, timeZone: null }), 500_000));
      }),
  };
}

const linesOf = (store: Store, accountId: number, episode: PacedEpisode) =>
  store.rejections.lines(
    accountId,
    episode.direction,
    { from: episode.startedAt, to: episode.endedAt },
    mostLines,
  );

/** A name that no failure has fits nothing. */
function toChartFilter(store: Store, accountId: number, filter: RejectionFilter): ChartFilter {
  const { from, to, nature, direction } = filter;
  const number = (kind: 'ip' | 'domain' | 'program', name: string | null): number | null =>
    name === null ? null : (store.names.find(accountId, kind, name) ?? -1);
  return {
    ...{ from, to, nature, direction },
    ip: number('ip', filter.connectionIp),
    domain: number('domain', filter.recipientDomain),
    program: number('program', filter.program),
  };
}
