import type { Folder } from '../mailbox/mailbox.ts';
import type { NotScanned } from '../store/scans.ts';

export interface FolderChoice {
  /** Read for notices. */
  readonly forNotices: readonly Folder[];
  /** Read for time and number of recipients only. */
  readonly forPace: readonly Folder[];
  /** Names that were asked for and are not there. */
  readonly missing: readonly string[];
  readonly notScanned: readonly NotScanned[];
}

/** Folder names are case-sensitive but for INBOX (RFC 3501 section 5.1). */
const sameName = (a: string, b: string): boolean =>
  a === b || (a.toUpperCase() === 'INBOX' && b.toUpperCase() === 'INBOX');

/** Inbox and Junk, or the folders asked for by name; Sent for pace either way. */
export function chooseFolders(folders: readonly Folder[], names: readonly string[]): FolderChoice {
  const missing = names.filter((name) => !folders.some(({ path }) => sameName(path, name)));
  const forNotices =
    names.length > 0
      ? folders.filter(({ path }) => names.some((name) => sameName(path, name)))
      : folders.filter(({ role }) => role === 'inbox' || role === 'junk');
  const forPace = folders.filter(
    (folder) => folder.role === 'sent' && !forNotices.includes(folder),
  );
  const notScanned: NotScanned[] = missing.map((name) => ({
    code: 'folder',
    subject: name,
    count: null,
  }));
  if (!folders.some(({ role }) => role === 'sent'))
    notScanned.push({ code: 'no-sent-folder', subject: null, count: null });
  const rest = folders.length - forNotices.length - forPace.length;
  if (rest > 0) notScanned.push({ code: 'other-folders', subject: null, count: rest });
  return { forNotices, forPace, missing, notScanned };
}
