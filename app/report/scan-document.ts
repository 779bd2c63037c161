import type { i18n } from 'i18next';
import type { Notice } from '../bounce/notice.ts';
import type { Traffic } from '../mailbox/mailbox.ts';
import { standing, type PacedEpisode } from '../scan/overview.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { NotScanned, ScanRecord } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { summarise } from '../text/summary.ts';
import { isoIn, localOffset } from '../text/time.ts';

export interface DocumentContext {
  readonly text: i18n;
  /** The zone that times are written in; null: the machine's, and a notice's own for what it says. */
  readonly timeZone: string | null;
  readonly now: number;
}

export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A notice with the fields and in the order of the command line's JSON. */
export function noticeDocument(notice: Notice, { text, timeZone }: DocumentContext) {
  const { isBounce, bouncedAt, unreadable, reportingMta, original, failures, forwarded } = notice;
  const inZone = (iso: string | null): string | null =>
    iso === null || timeZone === null ? iso : isoIn(timeZone, Date.parse(iso));
  return {
    isBounce,
    forwarded,
    bouncedAt: inZone(bouncedAt),
    unreadable: unreadable === null ? null : text.t(`notice:unreadable.${unreadable}`),
    reportingMta,
    summary: summarise(notice, text),
    original: { ...original, sentAt: inZone(original.sentAt) },
    failures,
  };
}

/** One scan's result as `scan --json` prints it. */
export function scanDocument(
  store: Store,
  account: StoredAccount,
  record: ScanRecord,
  context: DocumentContext,
) {
  const { text, now } = context;
  const time = (at: number): string => isoIn(context.timeZone ?? machineZone(), at);
  const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));
  const known = standing(store, account.id, {
    ...{ now, since: record.since },
    offsetAt: localOffset,
  });
  const { state, advice, episodes, totals } = known;
  const notices = [];
  for (const { folder, uid, notice } of store.notices.list(account.id, record.since))
    notices.push({ folder, uid, ...noticeDocument(notice, context) });
  return {
    account: account.address,
    host: account.host,
    scannedAt: time(record.finishedAt),
    since: timeOrNull(record.since),
    folders: record.report.folders,
    notScanned: record.report.notScanned.map((item) => notScannedSentence(item, text)),
    totals,
    state,
    episodes: episodes.map((episode) => episodeDocument(episode, time)),
    pace: known.pace,
    cause: known.causes,
    advice: {
      action: advice.action,
      retryAt: timeOrNull(advice.retryAt),
      why: text.t(`notice:advice.${advice.reason}`),
      alsoDo: advice.alsoDo,
    },
    notices,
    traffic: trafficDocument(record),
  };
}

export type ScanDocument = ReturnType<typeof scanDocument>;

const episodeDocument = (episode: PacedEpisode, time: (at: number) => string) => ({
  startedAt: time(episode.startedAt),
  endedAt: time(episode.endedAt),
  notices: episode.notices,
  failures: episode.failures,
  transient: episode.transient,
  permanent: episode.permanent,
  direction: episode.direction,
  connectionIps: episode.connectionIps,
  pace: episode.pace,
});

const trafficDocument = ({
  report,
  startedAt,
  finishedAt,
}: ScanRecord): Traffic & { seconds: number } => ({
  ...report.traffic,
  seconds: (finishedAt - startedAt) / 1000,
});

/** Why something was not read, as a sentence. */
export function notScannedSentence({ code, subject, count }: NotScanned, text: i18n): string {
  return text.t(`notice:notScanned.${code}`, { subject, ...(count === null ? {} : { count }) });
}
