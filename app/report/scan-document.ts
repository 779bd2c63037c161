import type { i18n } from 'i18next';
import type { Notice } from '../bounce/notice.ts';
import type { Traffic } from '../mailbox/mailbox.ts';
import { ownEpisodes } from '../health/episodes.ts';
import { standing, type PacedEpisode, type Standing } from '../scan/overview.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { FolderReport, NotScanned, ScanRecord } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { summarise } from '../text/summary.ts';
import { evidenceSentence } from '../text/evidence.ts';
import { isoIn, localOffset, offsetOf } from '../text/time.ts';

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

/** What a document stands on: a scan, or an import into what earlier scans read. */
export interface DocumentBasis {
  readonly scannedAt: number | null;
  readonly since: number | null;
  readonly folders: readonly (Omit<FolderReport, 'role'> & {
    readonly role: FolderReport['role'] | 'import';
  })[];
  readonly notScanned: readonly NotScanned[];
  readonly traffic: Traffic;
  readonly seconds: number;
  /** It ended before its end: nothing is said of the state. */
  readonly cut: boolean;
}

export const basisOfScan = (record: ScanRecord): DocumentBasis => ({
  scannedAt: record.finishedAt,
  since: record.since,
  folders: record.report.folders,
  notScanned: record.report.notScanned,
  traffic: record.report.traffic,
  seconds: (record.finishedAt - record.startedAt) / 1000,
  // The stored scan itself says so.
  cut: false,
});

/** Of a scan that ended before it had read anything. */
export const unreadBasis = (why: NotScanned): DocumentBasis => ({
  ...{ scannedAt: null, since: null, folders: [], notScanned: [why] },
  ...{ traffic: { bytesIn: 0, bytesOut: 0, roundTrips: 0 }, seconds: 0, cut: true },
});

/** What `scan --json` prints. */
export function scanDocument(
  store: Store,
  account: StoredAccount,
  basis: DocumentBasis,
  context: DocumentContext,
) {
  const { text, now } = context;
  const zone = context.timeZone ?? machineZone();
  const time = (at: number): string => isoIn(zone, at);
  const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));
  const known = standing(store, account.id, {
    ...{ now, since: basis.since },
    offsetAt: offsetIn(context.timeZone),
  });
  const state = basis.cut ? 'unknown' : known.state;
  const { advice, episodes, totals } = known;
  const notices = [];
  for (const { folder, uid, expunged, importedFrom, notice } of store.notices.list(
    account.id,
    basis.since,
  ))
    notices.push(
      importedFrom === null
        ? { folder, uid, expunged, ...noticeDocument(notice, context) }
        : {
            folder: null,
            uid: null,
            expunged,
            source: importedFrom,
            ...noticeDocument(notice, context),
          },
    );
  return {
    account: account.address,
    host: account.host === '' ? null : account.host,
    scannedAt: timeOrNull(basis.scannedAt),
    since: timeOrNull(basis.since),
    folders: basis.folders,
    notScanned: basis.notScanned.map((item) => notScannedSentence(item, text)),
    totals,
    state,
    summary: stateSentence(state, episodes, basis, text, time),
    episodes: episodes.map((episode) => episodeDocument(episode, time)),
    pace: known.pace,
    cause: known.causes.map(({ name, likelihood, evidence }) => ({
      name,
      likelihood,
      evidence: evidence.map((each) => evidenceSentence(text, each, time)),
    })),
    advice: {
      action: advice.action,
      retryAt: timeOrNull(advice.retryAt),
      why: text.t(`notice:advice.${advice.reason}`),
      alsoDo: advice.alsoDo,
    },
    notices,
    traffic: { ...basis.traffic, seconds: basis.seconds },
  };
}

export type ScanDocument = ReturnType<typeof scanDocument>;

/** How far a zone lies east of UTC; the machine's own is asked the quick way. */
export const offsetIn = (timeZone: string | null): ((at: number) => number) =>
  timeZone === null ? localOffset : (at) => offsetOf(timeZone, at);

/** The state in words; "healthy" with what it rests on, since programs that send over SMTP leave no notice. */
function stateSentence(
  state: Standing['state'],
  episodes: Standing['episodes'],
  { folders, since }: DocumentBasis,
  text: i18n,
  time: (at: number) => string,
): string {
  const read = folders.filter(({ role }) => role !== 'sent' && role !== 'import');
  const ownEnds = ownEpisodes(episodes).map(({ endedAt }) => endedAt);
  const quietSince = ownEnds.length > 0 ? Math.max(...ownEnds) : since;
  return text.t(`command:state.${state}`, {
    folders: read.map(({ path }) => path).join(', '),
    since: quietSince === null ? text.t('command:everything') : time(quietSince),
  });
}

const episodeDocument = (episode: PacedEpisode, time: (at: number) => string) => ({
  startedAt: time(episode.startedAt),
  endedAt: time(episode.endedAt),
  notices: episode.notices,
  failures: episode.failures,
  recipients: episode.recipients,
  transient: episode.transient,
  permanent: episode.permanent,
  direction: episode.direction,
  stages: episode.stages,
  connectionIps: episode.connectionIps,
  recipientDomains: episode.recipientDomains,
  programs: episode.programs,
  pace: episode.pace,
});

/** Why something was not read, as a sentence. */
export function notScannedSentence({ code, subject, count }: NotScanned, text: i18n): string {
  return text.t(`notice:notScanned.${code}`, { subject, ...(count === null ? {} : { count }) });
}
