import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../result.ts';
import { accountSettings, type AccountSettingsTable } from './account-settings.ts';
import { accounts, type Accounts } from './accounts.ts';
import { folders, type Folders } from './folders.ts';
import { damageBeforeOpening, findDamage, hasBrokenLog } from './damage.ts';
import { imports, type Imports } from './imports.ts';
import { migrate, schemaOf } from './migrations.ts';
import { names, type Names } from './names.ts';
import { listNotices, type NoticeQuery, type NoticeRow } from './notice-list.ts';
import { notices, type Notices } from './notices.ts';
import { passwordGuides, type PasswordGuides } from './password-guide.ts';
import { passwordHistory, type PasswordHistory } from './password-history.ts';
import { places, type Places } from './places.ts';
import { DamagedError } from './errors.ts';
import { storeProblem } from './problem.ts';
import { setLogAside } from './recovery.ts';
import { rejections, type Rejections } from './rejections.ts';
import { scans, type Scans } from './scans.ts';
import { unsoundTable } from './soundness.ts';
import { sentMails, type SentMails } from './sent.ts';
import { copyDatabase, openDatabase, sqliteCode, transaction, type Database } from './sqlite.ts';

export { storeProblem } from './problem.ts';

/** Everything that is kept, in one SQLite file. */
export interface Store {
  /** Where the log of newest changes was kept that could not be read at opening; null: nothing was kept aside. */
  readonly keptAside: string | null;
  readonly accounts: Accounts;
  readonly settings: AccountSettingsTable;
  readonly folders: Folders;
  readonly notices: Notices;
  readonly places: Places;
  readonly names: Omit<Names, 'intern' | 'forget'>;
  readonly rejections: Rejections;
  readonly sent: SentMails;
  readonly imports: Imports;
  readonly passwordHistory: PasswordHistory;
  readonly passwordGuides: PasswordGuides;
  readonly scans: Scans;
  listNotices(query: NoticeQuery): { total: number; rows: NoticeRow[] };
  /** All of `work` is stored or none of it. */
  transaction<T>(work: () => T): T;
  /** Writes a copy of one moment to a new file. Throws what SQLite throws: `storeProblem` names it. */
  copyTo(path: string): Promise<void>;
  /** A table with a row that this program cannot have written; null for none. Reads the whole file. */
  unsoundTable(): string | null;
  close(): void;
}

export interface OpenOptions {
  /** Looks at every page, index and record, whatever that costs. */
  readonly checkWhole?: boolean;
  readonly now?: () => Date;
}

/**
 * Opens or makes the database. An empty path is a database that lives as long as it is open.
 * @returns `store-locked` while another program writes; `store-damaged`; `store-newer`; `store-unwritable` where the
 * folder does not let us; `disk-full`; `disk-failed`. The database is as it was then.
 */
export async function openStore(path: string, options: OpenOptions = {}): Promise<Result<Store>> {
  const { checkWhole = false, now = () => new Date() } = options;
  try {
    let keptAside: string | null = null;
    if (path !== ':memory:' && path !== '') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const damage = damageBeforeOpening(path);
      if (damage !== null) return failed('store-damaged', path, damage);
      if (hasBrokenLog(path)) {
        const moved = setLogAside(path, now());
        if (!moved.ok) return moved;
        keptAside = moved.value;
      }
    }
    const db = await openDatabase(path);
    try {
      return ok({ keptAside, ...useDatabase(db, path, checkWhole) });
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    return storeProblem(error, path);
  }
}

function useDatabase(db: Database, path: string, checkWhole: boolean): Omit<Store, 'keptAside'> {
  // A waiting writer gives up after two seconds; a crash of the app loses nothing that was committed. Each page's
  // cells are checked when it is read, so that damage is an error and never a wrong answer.
  db.exec(
    `PRAGMA busy_timeout = 2000; PRAGMA cell_size_check = ON; PRAGMA journal_mode = WAL;
     PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON`,
  );
  if (schemaOf(db) > 0) {
    const damage = findDamage(db, path, checkWhole);
    if (damage !== null) throw new DamagedError(damage);
  }
  migrate(db);
  const numbers = names(db);
  return {
    ...queries(db, numbers),
    listNotices: (query) => listNotices(db, numbers, query),
    transaction(work) {
      try {
        return transaction(db, work);
      } catch (error) {
        numbers.forget();
        throw error;
      }
    },
    copyTo: (copy) => copyDatabase(db, copy),
    unsoundTable: () => unsoundTable(db),
    close: () => db.close(),
  };
}

/** Preparing them needs every table and column that they name. */
function queries(db: Database, numbers: Names) {
  try {
    return {
      accounts: accounts(db, numbers),
      settings: accountSettings(db),
      folders: folders(db),
      notices: notices(db, numbers),
      names: numbers,
      sent: sentMails(db),
      imports: imports(db),
      rejections: rejections(db),
      passwordHistory: passwordHistory(db),
      passwordGuides: passwordGuides(db),
      places: places(db),
      scans: scans(db),
    };
  } catch (error) {
    if (sqliteCode(error) === sqliteError) throw new DamagedError(String(error));
    throw error;
  }
}

/** SQLITE_ERROR: here, that a table or column is not there. */
const sqliteError = 1;
