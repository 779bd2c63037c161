import type { Database } from './sqlite.ts';

export const nameKinds = ['recipient', 'domain', 'ip', 'program', 'original'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Numbers for texts that repeat, by account; 0 stands for "not known". */
export interface Names {
  /** The number of a text, given when it is new. Runs inside the caller's transaction. */
  intern(accountId: number, kind: NameKind, value: string | null): number;
  /** The number of a text, or null when no failure has it. */
  find(accountId: number, kind: NameKind, value: string): number | null;
  /** The text of a number; empty for 0. */
  text(id: number): string;
  /** After a rollback numbers given in it are void, and those of an account that was removed. */
  forget(): void;
}

/** Texts remembered; stops a mailbox of a million recipients from filling memory. */
const mostRemembered = 20_000;

export function names(db: Database): Names {
  const insert = db.prepare(
    'INSERT INTO name (account_id, kind, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id',
  );
  const byValue = db.prepare('SELECT id FROM name WHERE account_id = ? AND kind = ? AND value = ?');
  const byId = db.prepare('SELECT value FROM name WHERE id = ?');
  const known = new Map<string, number>();
  const texts = new Map<number, string>();

  const find = (accountId: number, kind: NameKind, value: string): number | null => {
    if (value === '') return 0;
    const row = byValue.get(accountId, kind, value);
    return row ? Number(row['id']) : null;
  };
  return {
    find,
    intern(accountId, kind, value) {
      if (value === null || value === '') return 0;
      const key = `${accountId} ${kind} ${value}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const id =
        find(accountId, kind, value) ?? Number(insert.get(accountId, kind, value)?.['id'] ?? 0);
      if (known.size >= mostRemembered) known.clear();
      known.set(key, id);
      return id;
    },
    text(id) {
      if (id === 0) return '';
      const before = texts.get(id);
      if (before !== undefined) return before;
      const value = String(byId.get(id)?.['value'] ?? '');
      if (texts.size >= mostRemembered) texts.clear();
      texts.set(id, value);
      return value;
    },
    forget() {
      known.clear();
      texts.clear();
    },
  };
}

/** The part of an address behind its last @. */
export const domainOf = (recipient: string | null): string | null => {
  const at = recipient?.lastIndexOf('@') ?? -1;
  return recipient === null || at < 0 ? null : recipient.slice(at + 1);
};
