import type {
  Folder,
  FolderRole,
  Mailbox,
  OpenFolder,
  UidQuery,
} from '../../../app/mailbox/mailbox.ts';
import { failed, ok, type ProblemCode, type Result } from '../../../app/result.ts';

export interface MemoryMessage {
  readonly uid: number;
  readonly receivedAt: Date;
  readonly raw: string;
  /** What BODYSTRUCTURE would show. */
  readonly encloses?: boolean;
}

export interface MemoryFolder {
  role: FolderRole;
  uidValidity: number;
  messages: MemoryMessage[];
  /** Where messages were expunged, UIDNEXT stays. */
  uidNext?: number;
}

/** Problems after which a connection still stands. */
const answers: ReadonlySet<ProblemCode> = new Set([
  'server-busy',
  'server-refused',
  'folder-refused',
]);

/** A mailbox in memory that a test can change, cut and watch. */
export class MemoryMailbox implements Mailbox {
  readonly host = 'imap.example.com';
  /** What was asked, one word each: 'open INBOX', 'find 1', 'headers 3', 'messages 7,8'. */
  readonly asked: string[] = [];
  /** The answer with this number fails, as a lost connection does; later ones too. */
  cutAfter = Infinity;
  refusedFolders = new Map<string, ProblemCode>();
  /** Called before each answer; may change the folders, or name the problem that is answered instead. */
  before: (asked: string) => ProblemCode | null | undefined = () => null;
  /** What a new connection ends with instead; how many were asked for. */
  refusesLogin: ProblemCode | null = null;
  logins = 0;
  #open = true;

  constructor(readonly folders: Record<string, MemoryFolder>) {}

  isOpen = (): boolean => this.#open;

  /** As a later scan finds it. */
  reopen(): this {
    this.#open = true;
    return this;
  }

  /** The same mailbox over a new connection. */
  reconnect = (): Promise<Result<Mailbox>> => {
    this.logins += 1;
    if (this.refusesLogin !== null)
      return Promise.resolve(failed(this.refusesLogin, this.host, 'LOGIN failed'));
    return Promise.resolve(ok(this.reopen()));
  };

  #answer<T>(what: string, value: () => T): Promise<Result<T>> {
    this.asked.push(what);
    const code = this.before(what) ?? (this.asked.length > this.cutAfter ? lost : null);
    if (!this.#open) return Promise.resolve(failed(lost, this.host));
    if (code === null) return Promise.resolve(ok(value()));
    if (!answers.has(code)) this.#open = false;
    return Promise.resolve(failed(code, this.host));
  }

  listFolders = () =>
    this.#answer('list', (): readonly Folder[] =>
      Object.entries(this.folders).map(([path, { role }]) => ({ path, role })),
    );

  openFolder = async (path: string): Promise<Result<OpenFolder>> => {
    const refused = this.refusedFolders.get(path);
    if (refused) return failed(refused, path);
    const opened = await this.#answer(`open ${path}`, () => this.folders[path]);
    if (!opened.ok) return opened;
    return opened.value ? ok(this.#opened(path, opened.value)) : failed('folder-missing', path);
  };

  #opened(path: string, folder: MemoryFolder): OpenFolder {
    const { role, uidValidity } = folder;
    const those = (uids: ArrayLike<number>) => {
      const wanted = new Set(Array.from(uids));
      return folder.messages.filter(({ uid }) => wanted.has(uid));
    };
    return {
      ...{ path, role, uidValidity },
      uidNext: folder.uidNext ?? 1 + Math.max(0, ...folder.messages.map(({ uid }) => uid)),
      messages: folder.messages.length,
      findUids: (query) =>
        this.#answer(`find ${query.fromUid}`, () =>
          Uint32Array.from(
            folder.messages.filter((message) => matches(message, query)),
            ({ uid }) => uid,
          ).sort(),
        ),
      fetchHeaders: (uids, _fields, take) =>
        this.#answer(`headers ${uids.length}`, () => {
          for (const { uid, receivedAt, raw } of those(uids))
            take({
              uid,
              receivedAt,
              size: raw.length,
              headers: Buffer.from(raw.slice(0, raw.indexOf('\r\n\r\n') + 4)),
            });
          return null;
        }),
      fetchMessages: (uids, maxBytes) =>
        this.#answer(
          `messages ${Array.from(uids).join(',')}`,
          () =>
            new Map(
              those(uids)
                .reverse()
                .map(({ uid, raw }) => [uid, Buffer.from(raw).subarray(0, maxBytes)]),
            ),
        ),
      findEnclosing: (uids) =>
        this.#answer(
          `structures ${uids.length}`,
          () => new Set(those(uids).flatMap(({ uid, encloses }) => (encloses ? uid : []))),
        ),
      findPresent: (uids) =>
        this.#answer(`present ${uids.length}`, () => new Set(those(uids).map(({ uid }) => uid))),
    };
  }

  /** UIDs of the messages that were fetched. */
  fetched(): number[] {
    return this.asked.flatMap((asked) =>
      asked.startsWith('messages ') ? asked.slice(9).split(',').map(Number) : [],
    );
  }

  traffic = () => ({ bytesIn: 0, bytesOut: 0, roundTrips: this.asked.length });

  close = () => {
    this.#open = false;
    return Promise.resolve();
  };
}

const lost: ProblemCode = 'connection-closed';

/** By days, with a day of margin, as IMAP's SINCE and BEFORE. */
function matches(
  { uid, receivedAt }: MemoryMessage,
  { fromUid, since, before }: UidQuery,
): boolean {
  const dayOf = (date: Date, days: number) =>
    new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const arrived = dayOf(receivedAt, 0);
  return (
    uid >= fromUid &&
    (since === null || arrived >= dayOf(since, -1)) &&
    (before === null || arrived <= dayOf(before, 1))
  );
}
