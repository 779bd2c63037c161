import type { AuditRow } from '../../../app/api/contract.ts';

export const states = ['limited', 'recovering', 'healthy', 'unknown'] as const;
export const sorts = [
  'account',
  'state',
  'episodes',
  'rejections',
  'last',
  'cause',
  'coverage',
  'password',
] as const;
export type Sort = (typeof sorts)[number];

/** Which rows are shown and in what order. */
export interface Selection {
  readonly text: string;
  readonly state: (typeof states)[number] | null;
  readonly grouped: boolean;
  readonly sort: Sort;
  readonly descending: boolean;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What a column sorts by; what is not known comes last, whichever way. */
function valueOf({ account, ...row }: AuditRow, sort: Sort): number | string | null {
  switch (sort) {
    case 'account':
      return account.address;
    // From limited to unknown; the other way round when it descends.
    case 'state':
      return -states.indexOf(row.state);
    case 'episodes':
      return row.episodes;
    case 'rejections':
      return row.rejections;
    case 'last':
      return row.lastAt;
    case 'cause':
      return row.cause?.name ?? null;
    case 'coverage':
      return row.coverage;
    case 'password':
      return row.passwordChangedAt;
  }
}

export function select(rows: readonly AuditRow[], selection: Selection): readonly AuditRow[] {
  const { text, state, grouped, sort, descending } = selection;
  const wanted = text.trim().toLowerCase();
  const sign = descending ? -1 : 1;
  return rows
    .filter(
      (row) => (state === null || row.state === state) && row.account.address.includes(wanted),
    )
    .sort((a, b) => {
      if (grouped) {
        const [left, right] = [domainOf(a.account.address), domainOf(b.account.address)];
        if (left !== right) return left < right ? -1 : 1;
      }
      const [left, right] = [valueOf(a, sort), valueOf(b, sort)];
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
      } else if (left !== right) return left < right ? -sign : sign;
      return a.account.address < b.account.address ? -1 : 1;
    });
}
