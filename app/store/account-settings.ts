import { folderRoles, type Folder, type FolderRole } from '../mailbox/mailbox.ts';
import type { Database } from './sqlite.ts';
import { storedList } from './stored-json.ts';

export interface AccountSettings {
  /** 'system', 'direct', or a proxy's URL; a password is no part of it. */
  readonly proxy: string;
  /** How many days back scans go; null: to the first message. */
  readonly days: number | null;
  /** Folders to read for notices; null: Inbox and Junk. */
  readonly folders: readonly string[] | null;
}

export interface AccountSettingsTable {
  /** What was chosen, else the defaults. */
  of(accountId: number): AccountSettings;
  change(accountId: number, change: Partial<AccountSettings>): void;
  /** What the server listed at the last scan; empty before the first one. */
  listed(accountId: number): readonly Folder[];
  saveListed(accountId: number, folders: readonly Folder[]): void;
}

export const defaultSettings: AccountSettings = { proxy: 'system', days: 90, folders: null };

export function accountSettings(db: Database): AccountSettingsTable {
  const one = db.prepare('SELECT * FROM account_settings WHERE account_id = ?');
  const save = db.prepare(
    `INSERT INTO account_settings (account_id, proxy, days, folders) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE
     SET proxy = excluded.proxy, days = excluded.days, folders = excluded.folders`,
  );
  const list = db.prepare('UPDATE account_settings SET listed = ? WHERE account_id = ?');

  const of = (accountId: number): AccountSettings => {
    const row = one.get(accountId);
    if (!row) return defaultSettings;
    const folders = row['folders'];
    return {
      proxy: String(row['proxy']),
      days: row['days'] === null ? null : Number(row['days']),
      folders: typeof folders === 'string' ? storedList<string>(folders) : null,
    };
  };
  const change = (accountId: number, changed: Partial<AccountSettings>): void => {
    const { proxy, days, folders } = { ...of(accountId), ...changed };
    save.run(accountId, proxy, days, folders === null ? null : JSON.stringify(folders));
  };
  const listedText = (accountId: number): string | null => {
    const text = one.get(accountId)?.['listed'];
    return typeof text === 'string' ? text : null;
  };

  return {
    of,
    change,
    listed(accountId) {
      const pairs = storedList<[string, string]>(listedText(accountId) ?? '[]');
      return pairs.map(([path, role]) => ({ path, role: roleOf(role) }));
    },
    saveListed(accountId, folders) {
      const text = JSON.stringify(folders.map(({ path, role }) => [path, role]));
      const before = listedText(accountId);
      if (text === before) return;
      if (before === null) change(accountId, {});
      list.run(text, accountId);
    },
  };
}

const roleOf = (word: string): FolderRole => folderRoles.find((role) => role === word) ?? 'other';
