import { createHash } from 'node:crypto';
import {
  countRecipients,
  headerField,
  messageId,
  parseDate,
  readNotice,
  sweepFields,
  type Notice,
} from '../bounce/index.ts';
import type { OpenFolder, SweptMessage } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import { believableTime } from './believable-time.ts';
import { fetchCandidates } from './candidates.ts';
import type { Purpose } from './plan.ts';

const noticeFields = sweepFields;
const paceFields = ['DATE', 'MESSAGE-ID', 'TO', 'CC', 'BCC'] as const;

export const fieldsFor = (purpose: Purpose): readonly string[] =>
  purpose === 'notices' ? noticeFields : paceFields;

/** What a chunk of messages holds, and how to store it. */
export interface ReadChunk {
  readonly candidates: ReadonlySet<number>;
  readonly notices: readonly Notice[];
  /** Runs inside the transaction that also records the chunk as swept. */
  store(): void;
}

export interface ChunkContext {
  readonly store: Store;
  readonly accountId: number;
  readonly address: string;
  readonly folderId: number;
}

const writtenAt = (date: string | null): number | null =>
  date === null ? null : (parseDate(date)?.epochMs ?? null);

/** Reads those messages that may be notices. */
export async function readForNotices(
  { store, accountId, address, folderId }: ChunkContext,
  folder: OpenFolder,
  messages: readonly SweptMessage[],
): Promise<Result<ReadChunk>> {
  const chosen = await fetchCandidates(folder, messages);
  if (!chosen.ok) return chosen;
  const found: { message: SweptMessage; notice: Notice; key: string }[] = [];
  for (const { message, raw } of chosen.value.fetched) {
    const notice = readNotice(raw);
    if (notice.isBounce || notice.unreadable !== null)
      found.push({ message, notice, key: messageKey(raw) });
  }
  return ok({
    candidates: chosen.value.uids,
    notices: found.map(({ notice }) => notice),
    store() {
      for (const { message, notice, key } of found) {
        const receivedAt = message.receivedAt.getTime();
        const written = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
        store.notices.add({
          ...{ accountId, folderId, uid: message.uid },
          messageKey: key,
          receivedAt,
          at: believableTime(written, receivedAt),
          ours: !notice.forwarded || notice.original.from === address,
          notice,
        });
      }
    },
  });
}

/** From Sent, time and number of recipients only. */
export function readForPace(
  { store, accountId, folderId }: ChunkContext,
  messages: readonly SweptMessage[],
): ReadChunk {
  return {
    candidates: new Set(),
    notices: [],
    store() {
      for (const { uid, receivedAt, headers } of messages)
        store.rejections.addSent({
          ...{ accountId, folderId, uid },
          messageId: messageId(headers),
          at: believableTime(writtenAt(headerField(headers, 'date')), receivedAt.getTime()),
          recipients: countRecipients(headers),
        });
    },
  };
}

/** The same message in two folders is one notice: by its Message-ID, else by its bytes. */
function messageKey(raw: Uint8Array): string {
  return messageId(raw) ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}
