import { ok, type Result } from '../../result.ts';
import type { Folder } from '../mailbox.ts';
import { roleFromFlags, roleFromName } from './folder-role.ts';
import { decodeFolderName } from './modified-utf7.ts';
import { failureOf, type Session } from './session.ts';
import { atom, isList, text, textOf, type Token, type Untagged } from './wire.ts';

export interface ListedFolder extends Folder {
  /** The name as the server wrote it, which is how it takes it back. */
  readonly wireName: string;
}

/** No one keeps more; a server that lists on and on must not fill the memory. */
const maxFolders = 10_000;
/** Folders with a role are found behind those too: a Junk that is left out would make an unread mailbox healthy. */
const maxWithRole = 100;
const maxNameLength = 1_000;

interface Entry {
  readonly wireName: string;
  readonly path: string;
  readonly delimiter: string | null;
  readonly flags: readonly string[];
}

/**
 * All folders that can be opened, INBOX first. Alibaba has no SPECIAL-USE and tells roles through XLIST (an older
 * command of Google's); where a server refuses XLIST or tells no role, names decide.
 */
export async function listFolders(session: Session): Promise<Result<readonly ListedFolder[]>> {
  const special = session.hasCapability('SPECIAL-USE');
  const attempts: (readonly ['LIST' | 'XLIST', readonly Token[]])[] = [];
  if (session.hasCapability('XLIST') && !special) attempts.push(['XLIST', []]);
  if (special && session.hasCapability('LIST-EXTENDED'))
    attempts.push(['LIST', [atom('RETURN'), [atom('SPECIAL-USE')]]]);
  attempts.push(['LIST', []]);

  for (const [index, [command, options]] of attempts.entries()) {
    const entries = new Map<string, Entry>();
    const collect = (untagged: Untagged) => {
      if (entries.size >= maxFolders + maxWithRole) return;
      const entry = readEntry(untagged);
      if (!entry || entries.has(entry.path)) return;
      if (entries.size < maxFolders || hasRole(entry)) entries.set(entry.path, entry);
    };
    const answer = await session.run(command, [text(''), text('*'), ...options], {
      LIST: collect,
      XLIST: collect,
    });
    const isLast = index === attempts.length - 1;
    if (answer.kind === 'lost' || (answer.kind === 'refused' && isLast))
      return failureOf(answer, 'server-refused', session.host);
    // XLIST may also be taken and answered with nothing.
    if (answer.kind === 'done' && (entries.size > 0 || isLast))
      return ok(withRoles([...entries.values()]));
  }
  return ok([]);
}

/** (flags) "delimiter" name; null for what cannot be opened. */
function readEntry({ attributes }: Untagged): Entry | null {
  const [flagList, delimiter, name] = attributes ?? [];
  const wireName = textOf(name);
  if (wireName === null || wireName === '' || wireName.length > maxNameLength) return null;
  // No command could carry such a name, and no screen should show it.
  if (/\p{Cc}/u.test(wireName)) return null;
  const flags = isList(flagList) ? flagList.map((flag) => textOf(flag) ?? '') : [];
  if (flags.some((flag) => /^\\(noselect|nonexistent)$/i.test(flag))) return null;
  const decoded = decodeFolderName(wireName) ?? wireName;
  const shown = /\p{Cc}/u.test(decoded) ? wireName : decoded;
  const path = shown.toUpperCase() === 'INBOX' ? 'INBOX' : shown;
  return { wireName, path, delimiter: textOf(delimiter), flags };
}

const hasRole = ({ path, delimiter, flags }: Entry): boolean =>
  roleFromFlags(flags) !== null || roleFromName(path, delimiter) !== 'other';

function withRoles(entries: readonly Entry[]): readonly ListedFolder[] {
  const told = new Set(entries.map(({ flags }) => roleFromFlags(flags)));
  const folders = entries.map(({ wireName, path, delimiter, flags }) => {
    const flagged = roleFromFlags(flags);
    const named = roleFromName(path, delimiter);
    // Where the server names its Sent folder, another one called "Sent" is just a folder.
    const guess = named !== 'inbox' && told.has(named) ? 'other' : named;
    return { wireName, path, role: flagged ?? guess };
  });
  const isInbox = (folder: ListedFolder) => folder.path === 'INBOX' || folder.role === 'inbox';
  const inbox = folders.filter(isInbox);
  // INBOX exists everywhere (RFC 3501 section 5.1), listed or not.
  const first =
    inbox.length > 0 ? inbox : [{ wireName: 'INBOX', path: 'INBOX', role: 'inbox' as const }];
  return [...first, ...folders.filter((folder) => !isInbox(folder))];
}
