import { ok, type ProblemCode, type Result } from '../../result.ts';
import type { FolderRole, OpenFolder, SweptMessage, UidQuery } from '../mailbox.ts';
import { fetchHeaders, fetchMessages, findEnclosing } from './fetch.ts';
import { findPresent } from './fetch-uids.ts';
import { readRow } from './fetch-row.ts';
import type { ListedFolder } from './folders.ts';
import { problem } from './problem.ts';
import type { Refusal } from './refusal.ts';
import { searchUids, type RefusedForms } from './search.ts';
import { failureOf, type Answer, type Session } from './session.ts';
import { atom, codeParts, numberOf, text, textOf, uidSet, type Untagged } from './wire.ts';

interface Examined {
  messages: number | null;
  uidValidity: number | null;
  uidNext: number | null;
}

/** EXAMINE: like SELECT, but nothing can be changed and no message loses its \Recent (RFC 3501 section 6.3.2). */
export async function examine(
  session: Session,
  folder: ListedFolder,
  refusedForms: RefusedForms,
  isCurrent: (opened: OpenFolder) => boolean,
): Promise<Result<OpenFolder>> {
  const { path } = folder;
  const state: Examined = { messages: null, uidValidity: null, uidNext: null };
  const answer = await session.run('EXAMINE', [text(folder.wireName)], {
    EXISTS: ({ command }) => (state.messages = numberOf(command)),
    OK: (untagged) => readStatus(untagged, state),
  });
  if (answer.kind !== 'done') return failureOf(answer, whyNotOpened(answer), path);
  const { messages, uidValidity } = state;
  // RFC 3501 section 6.3.1 demands both. Zero in their place would make an unread folder look like an empty one.
  if (messages === null || uidValidity === null)
    return { ok: false, problem: problem('server-refused', path) };
  const known = state.uidNext ?? (messages === 0 ? 1 : null);
  const uidNext = known === null ? await findUidNext(session, path) : ok(known);
  if (!uidNext.ok) return uidNext;
  const basics = { path, role: folder.role, uidValidity, uidNext: uidNext.value, messages };
  return ok(new ExaminedFolder(session, basics, refusedForms, isCurrent));
}

function readStatus({ attributes }: Untagged, state: Examined): void {
  const [name, value] = codeParts(attributes);
  const key = textOf(name)?.toUpperCase();
  if (key === 'UIDVALIDITY') state.uidValidity = numberOf(textOf(value));
  if (key === 'UIDNEXT') state.uidNext = numberOf(textOf(value));
}

const missingWords =
  /(\bnot|n't) (exist|found)|\bno such|\bunknown (mailbox|folder)|\bnon-?existent|不存在/i;

const isMissing = ({ code, text: words }: Refusal): boolean =>
  code === 'NONEXISTENT' || missingWords.test(words);

const whyNotOpened = (answer: Answer): ProblemCode =>
  answer.kind === 'refused' && isMissing(answer.refusal) ? 'folder-missing' : 'folder-refused';

/** For a server that keeps UIDNEXT to itself: the last message's UID tells. */
async function findUidNext(session: Session, path: string): Promise<Result<number>> {
  let last = 0;
  const answer = await session.run('UID FETCH', [uidSet('*'), [atom('UID')]], {
    FETCH: (untagged) => (last = Math.max(last, readRow(untagged).uid ?? 0)),
  });
  if (answer.kind !== 'done') return failureOf(answer, 'server-refused', path);
  return last === 0 ? { ok: false, problem: problem('server-refused', path) } : ok(last + 1);
}

type Basics = Pick<OpenFolder, 'path' | 'role' | 'uidValidity' | 'uidNext' | 'messages'>;

class ExaminedFolder implements OpenFolder {
  readonly path: string;
  readonly role: FolderRole;
  readonly uidValidity: number;
  readonly uidNext: number;
  readonly messages: number;
  readonly #session: Session;
  readonly #refusedForms: RefusedForms;
  readonly #isCurrent: (opened: OpenFolder) => boolean;

  constructor(
    session: Session,
    basics: Basics,
    refusedForms: RefusedForms,
    isCurrent: (opened: OpenFolder) => boolean,
  ) {
    this.path = basics.path;
    this.role = basics.role;
    this.uidValidity = basics.uidValidity;
    this.uidNext = basics.uidNext;
    this.messages = basics.messages;
    this.#session = session;
    this.#refusedForms = refusedForms;
    this.#isCurrent = isCurrent;
  }

  async findUids(query: UidQuery): Promise<Result<Uint32Array>> {
    this.#mustBeOpen();
    if (this.messages === 0) return ok(new Uint32Array());
    return searchUids(this.#session, this.path, this.uidNext, query, this.#refusedForms);
  }

  async fetchHeaders(
    uids: ArrayLike<number>,
    fields: readonly string[],
    take: (message: SweptMessage) => void,
  ): Promise<Result<null>> {
    this.#mustBeOpen();
    return fetchHeaders(this.#session, this.path, uids, fields, take);
  }

  async fetchMessages(
    uids: ArrayLike<number>,
    maxBytes: number,
  ): Promise<Result<ReadonlyMap<number, Uint8Array>>> {
    this.#mustBeOpen();
    return fetchMessages(this.#session, this.path, uids, maxBytes);
  }

  async findEnclosing(uids: ArrayLike<number>): Promise<Result<ReadonlySet<number>>> {
    this.#mustBeOpen();
    return findEnclosing(this.#session, this.path, uids);
  }

  async findPresent(uids: ArrayLike<number>): Promise<Result<ReadonlySet<number>>> {
    this.#mustBeOpen();
    return findPresent(this.#session, this.path, uids);
  }

  /** The connection has one folder open: asked through an older one, it would answer for another folder's mail. */
  #mustBeOpen(): void {
    if (!this.#isCurrent(this)) throw new Error('this folder was closed by opening another');
  }
}
