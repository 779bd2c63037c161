import type { Mailbox } from '../mailbox/mailbox.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { NotScanned, ScanRecord } from '../store/scans.ts';
import { storeProblem, type Store } from '../store/store.ts';
import { chooseFolders } from './choose-folders.ts';
import { planFolder, type FolderPlan } from './plan.ts';
import { reportFolders } from './report.ts';
import { sweepFolder, type SweepContext } from './sweep.ts';

/** How far a scan is. Counts are of this scan alone. */
export interface ScanProgress {
  readonly phase: 'listing' | 'sweeping';
  readonly folder: string | null;
  readonly swept: number;
  /** Null until every folder was opened. */
  readonly total: number | null;
  readonly candidates: number;
  readonly notices: number;
  readonly throttled: number;
}

export interface ScanRequest {
  readonly mailbox: Mailbox;
  readonly store: Store;
  readonly account: StoredAccount;
  /** Messages that arrived before this are not read; null: all are. */
  readonly since: Date | null;
  /** Folder names to read instead of Inbox and Junk. */
  readonly folders: readonly string[];
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly onProgress: (progress: ScanProgress) => void;
}

export interface ScanOutcome {
  readonly status: 'complete' | 'incomplete' | 'cancelled';
  /** What stopped the scan half-way; what was read until then is stored. */
  readonly problem: Problem | null;
  readonly record: ScanRecord;
}

/** A problem of one folder; the others can still be read. */
const folderProblems: ReadonlySet<string> = new Set(['folder-missing', 'folder-refused']);

/**
 * One scan of one account: what is new or older than before is read, newest first, and stored with its
 * checkpoint, so that a scan that stops anywhere is continued by the next one.
 * @returns a problem only where nothing could be asked of the mailbox, or none of the folders named is there
 */
export async function scan(request: ScanRequest): Promise<Result<ScanOutcome>> {
  const { mailbox, store, account, since, signal, clock } = request;
  const startedAt = clock().getTime();
  const counts = {
    swept: 0,
    total: null as number | null,
    candidates: 0,
    notices: 0,
    throttled: 0,
  };
  const tell = (phase: ScanProgress['phase'], folder: string | null): void =>
    request.onProgress({ phase, folder, ...counts });

  tell('listing', null);
  const listed = await mailbox.listFolders();
  if (!listed.ok) return listed;
  const choice = chooseFolders(listed.value, request.folders);
  if (choice.forNotices.length === 0)
    return failed('folder-missing', choice.missing.join(', ') || 'INBOX');

  const notScanned: NotScanned[] = [...choice.notScanned];
  const plans: FolderPlan[] = [];
  let problem: Problem | null = null;
  let skipped = choice.missing.length > 0;
  const chosen = [
    ...choice.forNotices.map((folder) => ({ folder, purpose: 'notices' as const })),
    ...choice.forPace.map((folder) => ({ folder, purpose: 'pace' as const })),
  ];
  try {
    store.settings.saveListed(account.id, listed.value);
    for (const { folder, purpose } of chosen) {
      if (signal.aborted || problem) break;
      const plan = await planFolder(
        { mailbox, store, accountId: account.id },
        folder,
        purpose,
        since,
      );
      if (plan.ok) plans.push(plan.value);
      else {
        notScanned.push({ code: 'folder', subject: folder.path, count: null });
        skipped = true;
        if (!folderProblems.has(plan.problem.code)) problem = plan.problem;
      }
    }
    counts.total = plans.reduce((sum, { uids }) => sum + uids.length, 0);
    const context: SweepContext = {
      ...{ mailbox, store, signal, clock, since },
      accountId: account.id,
      address: account.address,
      onChunk(chunk, folder) {
        counts.swept += chunk.swept;
        counts.candidates += chunk.candidates;
        counts.notices += chunk.notices;
        counts.throttled += chunk.throttled;
        tell('sweeping', folder);
      },
    };
    for (const plan of plans) {
      if (signal.aborted || problem) break;
      tell('sweeping', plan.folder.path);
      const swept = await sweepFolder(context, plan);
      if (!swept.ok) problem = swept.problem;
    }
  } catch (error) {
    // The store is synchronous and throws: a full disk or a locked file ends the scan, never the app.
    problem = storeProblem(error, 'database').problem;
  }

  const unread = counts.total === null ? null : counts.total - counts.swept;
  if (signal.aborted) notScanned.push({ code: 'cancelled', subject: null, count: unread });
  else if (problem) notScanned.push({ code: 'problem', subject: problem.code, count: unread });
  const complete = !signal.aborted && problem === null && !skipped;
  const record: ScanRecord = {
    accountId: account.id,
    startedAt,
    finishedAt: clock().getTime(),
    since: since?.getTime() ?? null,
    complete,
    report: {
      ...reportFolders(store, plans, since, notScanned),
      traffic: mailbox.traffic(),
      problem,
    },
  };
  try {
    store.scans.add(record);
  } catch (error) {
    return ok({ status: 'incomplete', problem: storeProblem(error, 'database').problem, record });
  }
  const status = signal.aborted ? 'cancelled' : complete ? 'complete' : 'incomplete';
  return ok({ status, problem, record });
}
