import type { Notice } from '../bounce/index.ts';
import type { Store } from '../store/store.ts';
import { believableTime } from './believable-time.ts';

/** A candidate that was read and is a notice, or cannot be read. */
export interface FoundNotice {
  readonly uid: number;
  readonly receivedAt: number;
  /** The same message in two folders is one notice: by its Message-ID, else by its bytes. */
  readonly messageKey: string;
  readonly notice: Notice;
}

export function storeNotice(
  {
    store,
    accountId,
    folderId,
    address,
  }: { store: Store; accountId: number; folderId: number; address: string },
  { uid, receivedAt, messageKey, notice }: FoundNotice,
): void {
  const written = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
  const { sentAt } = notice.original;
  store.notices.add({
    ...{ accountId, folderId, uid, messageKey, receivedAt, notice },
    at: believableTime(written, receivedAt, sentAt === null ? null : Date.parse(sentAt)),
    ours: !notice.forwarded || notice.original.from === address,
  });
}
