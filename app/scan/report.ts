import type { FolderReport, NotScanned, ScanReport } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import type { FolderPlan } from './plan.ts';

/** What was read of each folder in the window, by this scan and those before it, and what was not. */
export function reportFolders(
  store: Store,
  plans: readonly FolderPlan[],
  since: Date | null,
  notScanned: readonly NotScanned[],
): Pick<ScanReport, 'folders' | 'notScanned'> {
  const from = since?.getTime() ?? null;
  const folders = plans.map(({ folder, folderId }): FolderReport => ({
    path: folder.path,
    role: folder.role,
    messages: folder.messages,
    ...store.folders.counts(folderId, from),
    notices: store.notices.countIn(folderId, from),
  }));
  const more: NotScanned[] = [];
  const unreadable = plans.reduce(
    (sum, { folderId }) => sum + store.notices.unreadableIn(folderId, from),
    0,
  );
  if (unreadable > 0) more.push({ code: 'unreadable', subject: null, count: unreadable });
  const older = folders.reduce(
    (sum, { messages, swept }) => sum + Math.max(0, messages - swept),
    0,
  );
  const cut = notScanned.some(({ code }) => code === 'cancelled' || code === 'problem');
  if (older > 0 && !cut) more.push({ code: 'before-window', subject: null, count: older });
  return { folders, notScanned: [...notScanned, ...more] };
}
