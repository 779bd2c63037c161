import type { ImapFlow } from 'imapflow';
import { ok, type Result } from '../../result.ts';
import type { Folder, Mailbox, OpenFolder, Traffic } from '../mailbox.ts';
import { roleFromName } from './folder-role.ts';
import { listFolders, type ListedFolder } from './folders.ts';
import { encodeFolderName } from './modified-utf7.ts';
import { ImapNews } from './news.ts';
import { examine } from './open-folder.ts';
import { problem } from './problem.ts';
import type { RefusedForms } from './search.ts';
import type { ImapSession } from './session.ts';

/** A mailbox on a live IMAP connection. It closes by `close`, by its signal, or with the connection. */
export class ImapMailbox implements Mailbox {
  readonly news: ImapNews;
  readonly #client: ImapFlow;
  readonly #session: ImapSession;
  readonly #closeMs: number;
  readonly #refusedForms: RefusedForms = new Set();
  #listed: ReadonlyMap<string, ListedFolder> = new Map();
  #current: OpenFolder | null = null;

  constructor(client: ImapFlow, session: ImapSession, closeMs: number) {
    this.#client = client;
    this.#session = session;
    this.#closeMs = closeMs;
    this.news = new ImapNews(session);
  }

  get host(): string {
    return this.#session.host;
  }

  async listFolders(): Promise<Result<readonly Folder[]>> {
    const listed = await listFolders(this.#session);
    if (!listed.ok) return listed;
    this.#listed = new Map(listed.value.map((folder) => [folder.path, folder]));
    return ok(listed.value.map(({ path, role }) => ({ path, role })));
  }

  async openFolder(path: string): Promise<Result<OpenFolder>> {
    this.#current = null;
    // A line end in a name would end the command; no folder is called so.
    if (path === '' || path.length > 1_000 || /\p{Cc}/u.test(path))
      return { ok: false, problem: problem('folder-missing', path) };
    const folder = this.#listed.get(path) ?? unlisted(path);
    const isCurrent = (opened: OpenFolder) => this.#current === opened;
    const opened = await examine(this.#session, folder, this.#refusedForms, isCurrent);
    if (opened.ok) this.#current = opened.value;
    return opened;
  }

  isOpen(): boolean {
    return this.#session.isOpen;
  }

  traffic(): Traffic {
    const { sent, received } = this.#client.stats();
    return { bytesIn: received, bytesOut: sent, roundTrips: this.#session.roundTrips };
  }

  /** Says LOGOUT, and goes after a moment whether or not the server answers. Nothing to close is no failure. */
  async close(): Promise<void> {
    this.#current = null;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#closeMs);
    });
    const goodbye = this.#client.logout().catch(() => undefined);
    await Promise.race([goodbye, patience]);
    clearTimeout(timer);
    this.#client.close();
  }
}

/** A folder that the person names, as far as its name tells. */
const unlisted = (path: string): ListedFolder => {
  const isInbox = path.toUpperCase() === 'INBOX';
  return {
    path: isInbox ? 'INBOX' : path,
    wireName: encodeFolderName(path),
    role: roleFromName(path, '/'),
  };
};
