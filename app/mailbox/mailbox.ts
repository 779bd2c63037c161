import type { Result } from '../result.ts';

/**
 * A mailbox as the scan sees it: opened to be read, never changed. Live IMAP, the sample and mail files
 * all come through this one door, so that one way of reading, storing and charting serves them all.
 * Nothing here can express a change: there is no verb for it.
 */
export interface Mailbox {
  /** Where it was read: a host name, 'sample', or a path. */
  readonly host: string;
  listFolders(): Promise<Result<readonly Folder[]>>;
  /** IMAP EXAMINE (RFC 3501 section 6.3.2), never SELECT. Opening a folder closes the one before. */
  openFolder(path: string): Promise<Result<OpenFolder>>;
  /** False once the connection has ended: nothing more can be asked of this one. */
  isOpen(): boolean;
  traffic(): Traffic;
  close(): Promise<void>;
  /** Only a live mailbox has news. */
  readonly news?: MailboxNews;
}

/** Tells when new mail comes into the folder that was opened last. */
export interface MailboxNews {
  /** Whether the server tells by itself (IDLE, RFC 2177); else it is asked at the end of each wait. */
  readonly instant: boolean;
  /**
   * 'news' once the folder holds more than `messages`, 'quiet' after `maxMs` or when the signal ends the wait. Nothing
   * else may be asked of the mailbox meanwhile.
   */
  wait(messages: number, maxMs: number, signal: AbortSignal): Promise<Result<'news' | 'quiet'>>;
}

export const folderRoles = ['inbox', 'junk', 'sent', 'drafts', 'trash', 'other'] as const;
export type FolderRole = (typeof folderRoles)[number];

export interface Folder {
  readonly path: string;
  /** From XLIST or SPECIAL-USE, else from well-known names; INBOX by its name (RFC 3501 section 5.1). */
  readonly role: FolderRole;
}

export interface OpenFolder extends Folder {
  readonly uidValidity: number;
  readonly uidNext: number;
  /** How many messages the folder holds now. */
  readonly messages: number;
  /**
   * UIDs at or above `fromUid` whose INTERNALDATE may lie at or after `since` and before `before` (null: no limit),
   * ascending; four bytes each, since a mailbox may hold a million. SINCE knows days only, so a day of margin is
   * included on both sides: the caller looks at the times. A refused search is answered by ranges, never as empty.
   */
  findUids(query: UidQuery): Promise<Result<Uint32Array>>;
  /**
   * Header fields by UID (BODY.PEEK[HEADER.FIELDS …]), each message once and in any order, as they arrive: what is
   * done with one may go on while the next is on its way. UIDs that are gone meanwhile are left out.
   */
  fetchHeaders(
    uids: ArrayLike<number>,
    fields: readonly string[],
    take: (message: SweptMessage) => void,
  ): Promise<Result<null>>;
  /** At most `maxBytes` of each message (BODY.PEEK[]<0.n>), by UID, all in memory. UIDs that are gone are left out. */
  fetchMessages(
    uids: ArrayLike<number>,
    maxBytes: number,
  ): Promise<Result<ReadonlyMap<number, Uint8Array>>>;
  /** Those of the messages that carry another message or a delivery report as a part (BODYSTRUCTURE). */
  findEnclosing(uids: ArrayLike<number>): Promise<Result<ReadonlySet<number>>>;
  /** Those of the UIDs that are still there. */
  findPresent(uids: ArrayLike<number>): Promise<Result<ReadonlySet<number>>>;
}

export interface UidQuery {
  readonly fromUid: number;
  readonly since: Date | null;
  readonly before: Date | null;
}

export interface SweptMessage {
  readonly uid: number;
  /** INTERNALDATE: when the message arrived in the mailbox. */
  readonly receivedAt: Date;
  /** RFC822.SIZE in bytes. */
  readonly size: number;
  /** The asked-for fields as raw bytes, unfolded by nobody, at most 64 KiB. */
  readonly headers: Uint8Array;
}

export interface Traffic {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly roundTrips: number;
}
