import type { FolderRole } from '../mailbox.ts';

/** Lower-cased. SPECIAL-USE (RFC 6154) says \Junk, XLIST says \Spam and \Inbox. */
const roleOfFlag = new Map<string, FolderRole>([
  ['\\inbox', 'inbox'],
  ['\\junk', 'junk'],
  ['\\spam', 'junk'],
  ['\\sent', 'sent'],
  ['\\drafts', 'drafts'],
  ['\\trash', 'trash'],
]);

/** What mail programs and webmails call these folders, in English, simplified and traditional Chinese. */
const names: Readonly<Record<Exclude<FolderRole, 'inbox' | 'other'>, readonly string[]>> = {
  junk: [
    ...['junk', 'junk e-mail', 'junk email', 'junk mail', 'spam', 'bulk', 'bulk mail'],
    ...['垃圾邮件', '垃圾箱', '垃圾邮箱', '广告邮件', '垃圾郵件', '垃圾信件'],
  ],
  sent: [
    ...['sent', 'sent items', 'sent mail', 'sent-mail', 'sent messages'],
    ...[
      '已发送',
      '已发送邮件',
      '已发邮件',
      '已发信件',
      '寄件備份',
      '已傳送',
      '已寄出',
      '已寄出郵件',
    ],
  ],
  drafts: ['draft', 'drafts', '草稿', '草稿箱', '草稿夹', '草稿匣'],
  trash: [
    ...['trash', 'deleted', 'deleted items', 'deleted messages', 'bin'],
    ...['已删除', '已删除邮件', '废件箱', '回收站', '已刪除', '已刪除郵件', '垃圾桶'],
  ],
};

const roleOfName = new Map(
  Object.entries(names).flatMap(([role, list]) =>
    list.map((name) => [name, role as FolderRole] as const),
  ),
);

/** What the server itself says of a folder; null when it says nothing. */
export function roleFromFlags(flags: readonly string[]): FolderRole | null {
  for (const flag of flags) {
    const role = roleOfFlag.get(flag.toLowerCase());
    if (role) return role;
  }
  return null;
}

/**
 * What a name tells. Only at the top, below INBOX ("INBOX.Sent") and below a bracketed root ("[Gmail]/Spam"): a
 * "Sent" deep inside an archive is not where this account sends from.
 */
export function roleFromName(path: string, delimiter: string | null): FolderRole {
  const parts = delimiter ? path.split(delimiter) : [path];
  if (parts.length === 1 && path.toUpperCase() === 'INBOX') return 'inbox';
  const root = parts.length === 2 ? (parts[0] ?? '') : '';
  if (parts.length > 1 && root.toUpperCase() !== 'INBOX' && !/^\[.*\]$/.test(root)) return 'other';
  return roleOfName.get((parts.at(-1) ?? '').toLowerCase()) ?? 'other';
}
