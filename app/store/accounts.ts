import type { Names } from './names.ts';
import type { Database, Row } from './sqlite.ts';

export interface AccountKey {
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly sample: boolean;
  /** A private certification authority as PEM text; null: the system's. */
  readonly ca: string | null;
}

export interface StoredAccount extends AccountKey {
  readonly id: number;
}

export interface Accounts {
  list(): StoredAccount[];
  get(id: number): StoredAccount | null;
  /** Adds the account or updates port and CA of the one with this address and host; a null CA leaves the one it has. */
  save(account: AccountKey): StoredAccount;
  /** Removes the account and everything that was read from it. */
  remove(id: number): void;
}

const toAccount = (row: Row): StoredAccount => ({
  id: Number(row['id']),
  address: String(row['address']),
  host: String(row['host']),
  port: Number(row['port']),
  sample: row['sample'] === 1,
  ca: row['ca'] === null ? null : String(row['ca']),
});

export function accounts(db: Database, names: Names): Accounts {
  const all = db.prepare('SELECT * FROM account ORDER BY address, host');
  const one = db.prepare('SELECT * FROM account WHERE id = ?');
  const upsert = db.prepare(
    `INSERT INTO account (address, host, port, sample, ca) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (address, host) DO UPDATE SET port = excluded.port, ca = coalesce(excluded.ca, account.ca) RETURNING *`,
  );
  const drop = db.prepare('DELETE FROM account WHERE id = ?');
  // An account that files were imported into first has no server yet: it is the same one once it has.
  const adopt = db.prepare(
    `UPDATE account SET host = ?2 WHERE address = ?1 AND host = '' AND ?2 <> ''
     AND NOT EXISTS (SELECT 1 FROM account WHERE address = ?1 AND host = ?2)`,
  );
  return {
    list: () => all.all().map(toAccount),
    get(id) {
      const row = one.get(id);
      return row ? toAccount(row) : null;
    },
    save({ address, host, port, sample, ca }) {
      adopt.run(address.toLowerCase(), host.toLowerCase());
      const row = upsert.get(address.toLowerCase(), host.toLowerCase(), port, sample ? 1 : 0, ca);
      if (!row) throw new Error('account was not stored');
      return toAccount(row);
    },
    remove(id) {
      drop.run(id);
      // The next account may get this one's number, and its names are gone.
      names.forget();
    },
  };
}
