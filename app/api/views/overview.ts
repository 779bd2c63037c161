import type { Episode } from '../../health/episodes.ts';
import type { Cause } from '../../health/cause.ts';
import type { PacedEpisode, Standing } from '../../scan/overview.ts';
import type { ScanRecord } from '../../store/scans.ts';
import type { Store } from '../../store/store.ts';
import type { AdviceView, CauseView, EpisodeRow, Overview } from '../contract.ts';
import { clip } from './clip.ts';

const mostEpisodes = 5000;
/** In a list of thousands a handful of names is enough; the episode itself is asked for with all. */
const namesInList = 10;

export const toEpisode = (episode: PacedEpisode, names = 100): EpisodeRow => {
  const some = (from: Episode['programs'], most: number): string[] =>
    from.slice(0, names).map((name) => clip(name, most));
  return {
    ...episode,
    stages: [...episode.stages],
    connectionIps: some(episode.connectionIps, 45),
    recipientDomains: some(episode.recipientDomains, 253),
    programs: some(episode.programs, 1000),
  };
};

export const toAdvice = (advice: Standing['advice']): AdviceView => ({
  ...advice,
  alsoDo: [...advice.alsoDo],
});

export const toCause = ({ evidence, ...cause }: Cause): CauseView => ({
  ...cause,
  evidence: evidence.slice(0, 20).map(({ values, ...each }) => ({
    ...each,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? clip(value, 1000) : value,
      ]),
    ),
  })),
});

/** Earlier than the last scan's window where scans before it reached further back and nothing lies between. */
export function coveredSince(
  store: Store,
  accountId: number,
  scan: ScanRecord | null,
): number | null {
  if (scan === null) return null;
  const paths = scan.report.folders.filter(({ role }) => role !== 'sent').map(({ path }) => path);
  const covered = store.folders.coveredSince(accountId, paths);
  return covered === undefined ? scan.since : covered;
}

/** The newest episodes stay when there are more than a chart can show. */
export function toOverview(known: Standing, store: Store, account: Overview['account']): Overview {
  const { lastScan, pace } = known;
  const report = lastScan?.report;
  return {
    account,
    state: known.state,
    since: coveredSince(store, account.id, lastScan),
    scannedAt: lastScan?.finishedAt ?? null,
    advice: lastScan === null && known.lastAt === null ? null : toAdvice(known.advice),
    totals: known.totals,
    firstAt: known.firstAt,
    lastAt: known.lastAt,
    episodes: known.episodes.slice(-mostEpisodes).map((episode) => toEpisode(episode, namesInList)),
    pace,
    causes: known.causes.map(toCause),
    passwordChanges: store.passwordHistory.changes(account.id).slice(-1000),
    imports: store.imports.list(account.id).map(({ name, at, notices, throttled }) => ({
      ...{ name: clip(name, 1000), at, notices, throttled },
    })),
    folders: (report?.folders ?? [])
      .slice(0, 10_000)
      .map((folder) => ({ ...folder, path: clip(folder.path, 1000) })),
    notScanned: (report?.notScanned ?? [])
      .slice(0, 1000)
      .map((each) => ({ ...each, subject: clip(each.subject, 1000) })),
  };
}
