import type { Problem } from '../result.ts';
import type { FolderReport, NotScanned, ScanReport } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import type { FolderChoice } from './choose-folders.ts';
import type { FolderPlan } from './plan.ts';
import type { Reading } from './read-folders.ts';

export interface Ended {
  readonly choice: FolderChoice;
  readonly readings: readonly Reading[];
  readonly since: Date | null;
  readonly problem: Problem | null;
  readonly cancelled: boolean;
  /** Messages that were found and not looked at; null where it is not known. */
  readonly unread: number | null;
}

/** What was read of each folder in the window, by this scan and those before it, and what was not. */
export function reportReadings(
  store: Store,
  { choice, readings, since, problem, cancelled, unread }: Ended,
): Pick<ScanReport, 'folders' | 'notScanned'> {
  const from = since?.getTime() ?? null;
  const plans = readings.flatMap(({ plan }) => plan ?? []);
  const folders = plans.map((plan) => reportFolder(store, plan, from));
  const notScanned: NotScanned[] = [...choice.notScanned];
  const add = (code: NotScanned['code'], count: number | null, subject: string | null = null) =>
    void notScanned.push({ code, subject, count });

  for (const { folder, problem: why, plan } of readings)
    if (why !== null || (plan === null && problem !== null)) add('folder', null, folder.path);
  if (cancelled) add('cancelled', unread);
  else if (problem) add('problem', unread, problem.code);

  const unreadable = total(plans, ({ folderId, skipped }) => {
    return store.notices.unreadableIn(folderId, from) + skipped;
  });
  if (unreadable > 0) add('unreadable', unreadable);
  // Only of what was read to its end can it be said that the rest is older.
  const whole = new Set(readings.flatMap(({ problem: why, plan }) => (why ? [] : (plan ?? []))));
  const older = total(folders, ({ messages, swept }, at) =>
    plans[at] && whole.has(plans[at]) ? Math.max(0, messages - swept) : 0,
  );
  if (older > 0 && !cancelled && problem === null) add('before-window', older);
  return { folders, notScanned };
}

const reportFolder = (
  store: Store,
  { folder, folderId }: FolderPlan,
  from: number | null,
): FolderReport => ({
  path: folder.path,
  role: folder.role,
  messages: folder.messages,
  ...store.folders.counts(folderId, from),
  notices: store.notices.countIn(folderId, from),
});

const total = <T>(list: readonly T[], count: (item: T, at: number) => number): number =>
  list.reduce((sum, item, at) => sum + count(item, at), 0);
