import type { Folder, Mailbox } from '../mailbox/mailbox.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { ScanRecord } from '../store/scans.ts';
import { storeProblem, type Store } from '../store/store.ts';
import { chooseFolders, type FolderChoice } from './choose-folders.ts';
import { ChunkSize } from './chunk-size.ts';
import { Line, type Reconnect } from './line.ts';
import { Patience, wait } from './patience.ts';
import { persevere, type Perseverance } from './persevere.ts';
import { Progress, type ScanProgress } from './progress.ts';
import { readFolders, toRead, type Reading } from './read-folders.ts';
import { reportReadings, type Ended } from './report.ts';
import type { SweepContext } from './sweep.ts';

export type { ScanProgress } from './progress.ts';
export type { Reconnect } from './line.ts';

export interface ScanRequest {
  /** Open; the scan closes it, at its end or when it is cancelled. */
  readonly mailbox: Mailbox;
  /** Opens it again when the connection was lost; null: the scan ends there. */
  readonly reconnect: Reconnect | null;
  readonly store: Store;
  readonly account: StoredAccount;
  /** Messages that arrived before this are not read; null: all are. */
  readonly since: Date | null;
  /** Folder names to read instead of Inbox and Junk. */
  readonly folders: readonly string[];
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly onProgress: (progress: ScanProgress) => void;
  /** Pauses before a new try; a test need not wait. */
  readonly wait?: typeof wait;
}

export interface ScanOutcome {
  readonly status: 'complete' | 'incomplete' | 'cancelled';
  /** What stopped the scan half-way; what was read until then is stored. */
  readonly problem: Problem | null;
  readonly record: ScanRecord;
}

/**
 * One scan of one account: what is new or older than before is read, newest first, and stored with its checkpoint.
 * Where the connection is lost or the server is busy it goes on after a pause, as long as it gets further; a scan that
 * stops anywhere is continued by the next one.
 * @returns a problem only where nothing could be asked of the mailbox, or none of the folders named is there
 */
export async function scan(request: ScanRequest): Promise<Result<ScanOutcome>> {
  const line = new Line(request.mailbox, request.reconnect);
  // A server that has stopped answering must not hold up the person who cancels.
  const leave = (): void => void line.close();
  request.signal.addEventListener('abort', leave, { once: true });
  try {
    return await scanOver(line, request);
  } finally {
    request.signal.removeEventListener('abort', leave);
    await line.close();
  }
}

async function scanOver(line: Line, request: ScanRequest): Promise<Result<ScanOutcome>> {
  const { store, account, since, signal, clock } = request;
  const startedAt = clock().getTime();
  const progress = new Progress(request.onProgress, clock);
  const chunks = new ChunkSize();
  const perseverance: Perseverance = {
    ...{ line, signal, wait: request.wait ?? wait, patience: new Patience() },
    achieved: () => progress.steps,
    onTrouble({ code }, gotFurther) {
      progress.at('waiting');
      if (code === 'server-busy') chunks.shrink(2);
      else if (!gotFurther) chunks.shrink(8);
    },
  };
  progress.at('listing', null);
  const listed = await persevere(perseverance, (mailbox) => mailbox.listFolders());
  // Cancelled in a pause after a lost connection: that is what ended it.
  if (!listed.ok) return signal.aborted ? failed('interrupted', line.host) : listed;
  const choice = chooseFolders(listed.value, request.folders);
  if (choice.forNotices.length === 0)
    return failed('folder-missing', choice.missing.join(', ') || 'INBOX');

  const readings = readingsOf(choice);
  const context: SweepContext = {
    ...{ store, since, signal, clock, chunks, progress },
    accountId: account.id,
    address: account.address,
  };
  const stopped = await storeSafe(() => {
    store.settings.saveListed(account.id, listed.value);
    return persevere(perseverance, (mailbox) => readFolders(context, mailbox, readings));
  });
  const unread = progress.total === null ? null : progress.total - progress.swept;
  const ended = { choice, readings, since, cancelled: signal.aborted, unread, problem: stopped };
  const { report, problem } = reportSafely(store, ended);
  const record: ScanRecord = {
    accountId: account.id,
    startedAt,
    finishedAt: clock().getTime(),
    since: since?.getTime() ?? null,
    complete: !signal.aborted && problem === null && isWhole(choice, readings),
    report: { ...report, traffic: line.traffic(), problem },
  };
  const kept = await storeSafe(() => {
    store.scans.add(record);
    return Promise.resolve(ok(null));
  });
  return ok(outcomeOf(record, signal.aborted, kept ?? problem, kept !== null));
}

const readingsOf = ({ forNotices, forPace }: FolderChoice): readonly Reading[] => [
  ...forNotices.map((folder: Folder) => toRead(folder, 'notices')),
  ...forPace.map((folder: Folder) => toRead(folder, 'pace')),
];

/** The store is synchronous and throws: a full disk or a locked file ends the scan, never the app. */
async function storeSafe(work: () => Promise<Result<null>>): Promise<Problem | null> {
  try {
    const done = await work();
    return done.ok ? null : done.problem;
  } catch (error) {
    return storeProblem(error, 'database').problem;
  }
}

/** A damaged database may fail the report as well: then nothing is known of any folder. */
function reportSafely(store: Store, ended: Ended) {
  try {
    return { report: reportReadings(store, ended), problem: ended.problem };
  } catch (error) {
    const problem = ended.problem ?? storeProblem(error, 'database').problem;
    const notScanned = [{ code: 'problem', subject: problem.code, count: ended.unread } as const];
    return { report: { folders: [], notScanned }, problem };
  }
}

const isWhole = ({ missing }: FolderChoice, readings: readonly Reading[]): boolean =>
  missing.length === 0 &&
  readings.every(({ plan, problem }) => plan !== null && plan.skipped === 0 && problem === null);

function outcomeOf(
  record: ScanRecord,
  cancelled: boolean,
  problem: Problem | null,
  notKept: boolean,
): ScanOutcome {
  if (cancelled && !notKept) return { status: 'cancelled', problem: null, record };
  return { status: record.complete && !notKept ? 'complete' : 'incomplete', problem, record };
}
