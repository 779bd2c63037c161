import { createHash } from 'node:crypto';
import {
  countRecipients,
  headerField,
  mayBeNotice,
  messageId,
  parseDate,
  readNotice,
  sweepFields,
  type Notice,
} from '../bounce/index.ts';
import { believableTime } from './believable-time.ts';
import type { SweptMessage } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import type { FolderPlan } from './plan.ts';

/** A notice's report comes first in it; what follows is the returned original, which no verdict needs. */
const candidateBytes = 256 * 1024;
/** A report this long may go on where the reading was cut: then it is fetched to this size, for 1,000 recipients. */
const longReport = 50;
const longReportBytes = 2 * 1024 * 1024;

export const noticeFields = sweepFields;
export const paceFields = ['DATE', 'MESSAGE-ID', 'TO', 'CC', 'BCC'] as const;

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
  readonly plan: FolderPlan;
}

const writtenAt = (date: string | null): number | null =>
  date === null ? null : (parseDate(date)?.epochMs ?? null);

/** Chooses candidates by their headers, fetches and reads only those. */
export async function readForNotices(
  { store, accountId, address, plan }: ChunkContext,
  messages: readonly SweptMessage[],
): Promise<Result<ReadChunk>> {
  const candidates = new Set<number>();
  const found: { message: SweptMessage; notice: Notice; key: string }[] = [];
  for (const message of messages) {
    if (!mayBeNotice(message.headers)) continue;
    candidates.add(message.uid);
    const fetched = await plan.folder.fetchMessage(message.uid, candidateBytes);
    if (!fetched.ok) return fetched;
    let raw = fetched.value;
    if (raw === null) continue;
    // A key of the bytes must stay the same, whatever the report's length.
    const key = messageKey(raw);
    let notice = readNotice(raw);
    if (raw.length >= candidateBytes && notice.failures.length >= longReport) {
      const whole = await plan.folder.fetchMessage(message.uid, longReportBytes);
      if (!whole.ok) return whole;
      raw = whole.value ?? raw;
      notice = readNotice(raw);
    }
    if (notice.isBounce || notice.unreadable !== null) found.push({ message, notice, key });
  }
  return ok({
    candidates,
    notices: found.map(({ notice }) => notice),
    store() {
      for (const { message, notice, key } of found) {
        const receivedAt = message.receivedAt.getTime();
        const { sentAt } = notice.original;
        const written = notice.bouncedAt === null ? null : Date.parse(notice.bouncedAt);
        store.notices.add({
          accountId,
          folderId: plan.folderId,
          uid: message.uid,
          messageKey: key,
          receivedAt,
          at: believableTime(written, receivedAt, sentAt === null ? null : Date.parse(sentAt)),
          ours: !notice.forwarded || notice.original.from === address,
          notice,
        });
      }
    },
  });
}

/** From Sent, time and number of recipients only. */
export function readForPace(
  { store, accountId, plan }: ChunkContext,
  messages: readonly SweptMessage[],
): ReadChunk {
  return {
    candidates: new Set(),
    notices: [],
    store() {
      for (const { uid, receivedAt, headers } of messages)
        store.sent.add({
          accountId,
          folderId: plan.folderId,
          uid,
          messageId: messageId(headers),
          at: believableTime(writtenAt(headerField(headers, 'date')), receivedAt.getTime()),
          receivedAt: receivedAt.getTime(),
          recipients: countRecipients(headers),
        });
    },
  };
}

/** The same message in two folders is one notice: by its Message-ID, else by its bytes. */
function messageKey(raw: Uint8Array): string {
  return messageId(raw) ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}
