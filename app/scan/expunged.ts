import type { OpenFolder } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';

/** Notices that are looked for, the newest: a history beyond that keeps its marks as they are. */
const mostLookedFor = 50_000;

/**
 * Marks the stored notices of a folder that are no longer in it. As long as EXISTS and UIDNEXT are what they were
 * (RFC 3501 section 2.3.1.1: UIDNEXT grows with every message that is added), none can have gone and nothing is asked.
 */
export async function markExpunged(
  store: Store,
  folder: OpenFolder,
  folderId: number,
  now: number,
): Promise<Result<null>> {
  const { messages, uidNext } = folder;
  const before = store.places.checked(folderId);
  if (before?.messages === messages && before.uidNext === uidNext) return ok(null);
  const known = store.places.uids(folderId).slice(-mostLookedFor);
  const present = messages === 0 ? ok(new Set<number>()) : await find(folder, known);
  if (!present.ok) return present;
  const gone = known.filter((uid) => !present.value.has(uid));
  store.transaction(() => store.places.setChecked(folderId, { messages, uidNext }, gone, now));
  return ok(null);
}

const find = (folder: OpenFolder, uids: readonly number[]) =>
  uids.length === 0 ? ok(new Set<number>()) : folder.findPresent(uids);
