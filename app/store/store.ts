import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../result.ts';
import { accounts, type Accounts } from './accounts.ts';
import { folders, type Folders } from './folders.ts';
import { migrate } from './migrations.ts';
import { listNotices, type NoticeQuery, type NoticeRow } from './notice-list.ts';
import { notices, type Notices } from './notices.ts';
import { passwordGuides, type PasswordGuides } from './password-guide.ts';
import { passwordHistory, type PasswordHistory } from './password-history.ts';
import { rejections, type Rejections } from './rejections.ts';
import { scans, type Scans } from './scans.ts';
import { openDatabase, transaction } from './sqlite.ts';

/** Everything that is kept, in one SQLite file. */
export interface Store {
  readonly accounts: Accounts;
  readonly folders: Folders;
  readonly notices: Notices;
  readonly rejections: Rejections;
  readonly passwordHistory: PasswordHistory;
  readonly passwordGuides: PasswordGuides;
  readonly scans: Scans;
  listNotices(query: NoticeQuery): { total: number; rows: NoticeRow[] };
  /** All of `work` is stored or none of it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens or makes the database.
 * @returns `store-locked` while another program writes, `store-damaged` for a file that is no database or
 * comes from a newer version, `disk-full`; the file itself is never touched then.
 */
export async function openStore(path: string): Promise<Result<Store>> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const db = await openDatabase(path);
    try {
      // A waiting writer gives up after two seconds; a crash of the app loses nothing that was committed.
      db.exec(
        'PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON',
      );
      migrate(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return ok({
      accounts: accounts(db),
      folders: folders(db),
      notices: notices(db),
      rejections: rejections(db),
      passwordHistory: passwordHistory(db),
      passwordGuides: passwordGuides(db),
      scans: scans(db),
      listNotices: (query) => listNotices(db, query),
      transaction: (work) => transaction(db, work),
      close: () => db.close(),
    });
  } catch (error) {
    return storeProblem(error, path);
  }
}

/** A failure of SQLite or the disk as a problem for people. */
export function storeProblem(error: unknown, path: string): ReturnType<typeof failed> {
  const words = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(words)) return failed('store-locked', path, words);
  if (/full|ENOSPC|quota/i.test(words)) return failed('disk-full', path, words);
  if (/not a database|malformed|corrupt|newer than this app/i.test(words))
    return failed('store-damaged', path, words);
  return failed('file-unreadable', path, words);
}
