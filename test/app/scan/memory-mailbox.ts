import type {
  FolderRole,
  Mailbox,
  OpenFolder,
  SweptMessage,
} from '../../../app/mailbox/mailbox.ts';
import { failed, ok, type ProblemCode } from '../../../app/result.ts';

export interface MemoryMessage {
  readonly uid: number;
  readonly receivedAt: Date;
  readonly raw: string;
}

export interface MemoryFolder {
  role: FolderRole;
  uidValidity: number;
  messages: MemoryMessage[];
}

/** A mailbox in memory that a test can change, cut and watch. */
export class MemoryMailbox implements Mailbox {
  readonly host = 'imap.example.com';
  /** What was asked, one word each: 'open INBOX', 'find 1', 'headers 3', 'message 7'. */
  readonly asked: string[] = [];
  /** The answer with this number fails, as a lost connection does; later ones too. */
  cutAfter = Infinity;
  refusedFolders = new Map<string, ProblemCode>();

  constructor(readonly folders: Record<string, MemoryFolder>) {}

  #answer<T>(what: string, value: () => T) {
    this.asked.push(what);
    const cut = this.asked.length > this.cutAfter;
    return Promise.resolve(cut ? failed('connection-closed', this.host) : ok(value()));
  }

  listFolders = () =>
    this.#answer('list', () =>
      Object.entries(this.folders).map(([path, { role }]) => ({ path, role })),
    );

  openFolder = (path: string) => {
    const folder = this.folders[path];
    const refused = this.refusedFolders.get(path);
    if (refused) return Promise.resolve(failed(refused, path));
    if (!folder) return Promise.resolve(failed('folder-missing', path));
    return this.#answer(`open ${path}`, () => this.#open(path, folder));
  };

  #open(path: string, folder: MemoryFolder): OpenFolder {
    const { messages, role, uidValidity } = folder;
    return {
      ...{ path, role, uidValidity },
      uidNext: 1 + Math.max(0, ...messages.map(({ uid }) => uid)),
      messages: messages.length,
      findUids: ({ fromUid, since, before }) =>
        this.#answer(`find ${fromUid}`, () =>
          messages
            .filter(({ uid, receivedAt }) => {
              const day = receivedAt.toISOString().slice(0, 10);
              const margin = (date: Date, days: number) =>
                new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
              return (
                uid >= fromUid &&
                (since === null || day >= margin(since, -1)) &&
                (before === null || day <= margin(before, 1))
              );
            })
            .map(({ uid }) => uid)
            .sort((a, b) => a - b),
        ),
      fetchHeaders: (uids) =>
        this.#answer(`headers ${uids.length}`, () =>
          messages
            .filter(({ uid }) => uids.includes(uid))
            .map(({ uid, receivedAt, raw }): SweptMessage => ({
              uid,
              receivedAt,
              size: raw.length,
              headers: Buffer.from(raw.slice(0, raw.indexOf('\r\n\r\n') + 4)),
            })),
        ),
      fetchMessage: (uid, maxBytes) =>
        this.#answer(`message ${uid}`, () => {
          const found = messages.find((message) => message.uid === uid);
          return found ? Buffer.from(found.raw).subarray(0, maxBytes) : null;
        }),
    };
  }

  traffic = () => ({ bytesIn: 0, bytesOut: 0, roundTrips: this.asked.length });
  close = () => Promise.resolve();
}
