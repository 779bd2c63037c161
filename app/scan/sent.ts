import { countRecipients, headerField, messageId, parseDate } from '../bounce/index.ts';
import type { SweptMessage } from '../mailbox/mailbox.ts';
import type { SentMail } from '../store/sent.ts';
import { believableTime } from './believable-time.ts';

export const sentFields = ['DATE', 'MESSAGE-ID', 'TO', 'CC', 'BCC'] as const;

/** All that is read of the Sent folder: when, and to how many. */
export type SweptSent = Omit<SentMail, 'accountId' | 'folderId'>;

export function readSent({ uid, receivedAt, headers }: SweptMessage): SweptSent {
  const date = headerField(headers, 'date');
  const written = date === null ? null : (parseDate(date)?.epochMs ?? null);
  return {
    uid,
    messageId: messageId(headers),
    at: believableTime(written, receivedAt.getTime()),
    receivedAt: receivedAt.getTime(),
    recipients: countRecipients(headers),
  };
}
