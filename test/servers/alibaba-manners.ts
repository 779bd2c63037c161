import type { TestFolder } from './dovecot.ts';
import { encodeFolderName } from './folder-name.ts';
import { readCommand } from './proxy-record.ts';

/** How Alibaba's IMAP server differs from Dovecot, as far as its help pages and transcripts tell. */

export const refusal = 'BAD invalid command or parameters';

/** What was seen to work: dates, read state, numbers. All else is refused, text search above all. */
const searchKey =
  /^(?:(?:ALL|SEEN|UNSEEN|(?:SINCE|BEFORE|ON) "?\d{1,2}-[A-Za-z]{3}-\d{4}"?|(?:UID )?[\d*][\d*:,]*)(?: +|$))+$/i;

export type SearchManner = 'alibaba' | 'refused' | 'full';

/** Whether this command is a search that the server would not take. */
export function refusesSearch(line: string, manner: SearchManner): boolean {
  const { verb, rest } = readCommand(line);
  if (verb !== 'SEARCH' && verb !== 'UID SEARCH') return false;
  if (manner === 'full') return false;
  return manner === 'refused' || !searchKey.test(rest);
}

/** The search without its dates, as a server would run it that ignores them. */
export function withoutDates(line: string): string {
  const { verb } = readCommand(line);
  if (verb !== 'SEARCH' && verb !== 'UID SEARCH') return line;
  return line.replace(/\b(?:SINCE|BEFORE|ON) "?[\w-]+"?/gi, 'ALL');
}

const xlistFlags: Readonly<Record<string, string>> = {
  '\\Sent': '\\Sent',
  '\\Junk': '\\Spam',
  '\\Drafts': '\\Drafts',
  '\\Trash': '\\Trash',
};

/**
 * LIST never tells a folder's role (no SPECIAL-USE), XLIST does, with \Spam where the standard says \Junk.
 * Dovecot answers both with `* LIST` and its own special-use flags.
 */
export function rewriteListLine(
  line: string,
  verb: string,
  folders: readonly TestFolder[],
): string {
  const parts = /^\* LIST \(([^)]*)\) (\S+) (.*?)(\r?\n)$/s.exec(line);
  if (!parts) return line;
  const [, flags = '', delimiter = '', name = '', end = ''] = parts;
  const plain = flags.split(' ').filter((flag) => !(flag in xlistFlags));
  if (verb !== 'XLIST') return `* LIST (${plain.join(' ')}) ${delimiter} ${name}${end}`;
  const bare = name.replace(/^"|"$/g, '');
  const use = folders.find((folder) => encodeFolderName(folder.name) === bare)?.use ?? null;
  const role = bare === 'INBOX' ? '\\Inbox' : use === null ? undefined : xlistFlags[use];
  const all = role === undefined ? plain : [...plain, role];
  return `* XLIST (${all.join(' ')}) ${delimiter} ${name}${end}`;
}

/** Puts our list in place of every capability list the server shows. */
export function rewriteCapabilities(line: string, capabilities: string): string {
  return line
    .replace(/^\* CAPABILITY .*?(?=\r?\n$)/i, `* CAPABILITY ${capabilities}`)
    .replace(/^(\S+ OK) \[CAPABILITY [^\]]*\]/i, `$1 [CAPABILITY ${capabilities}]`);
}
