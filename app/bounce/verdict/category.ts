import type { Category } from '../notice.ts';
import { broadRules, codeCategories, rules, statusCategories } from './rules.ts';
import type { Rule } from './rules.ts';

/** Texts longer than this say nothing new; bounds the work of every rule. */
const reach = 1200;

/** Statuses so exact that "rejected" beside them says less. */
const exact: ReadonlySet<Category | null> = new Set<Category>([
  'user-unknown',
  'mailbox-full',
  'too-large',
]);

/** The category by exact words, then by an exact status, then by broad words; null when none says it. */
export function categoryOfWords(text: string, status: string | null): Category | null {
  const part = text.length > reach ? text.slice(0, reach) : text;
  const spoken = firstMatch(rules, part);
  if (spoken !== null) return spoken;
  const coded = status === null ? null : categoryOfCodes(status, null);
  return exact.has(coded) ? coded : firstMatch(broadRules, part);
}

const firstMatch = (list: readonly Rule[], text: string): Category | null =>
  list.find(({ words }) => words.test(text))?.category ?? null;

/** The category by enhanced status, then by reply code; null when both say nothing. */
export function categoryOfCodes(status: string | null, code: number | null): Category | null {
  const detail = status?.slice(1);
  if (detail !== undefined) {
    const found = statusCategories.find(([pattern]) => pattern.test(detail));
    if (found) return found[1];
  }
  return (code === null ? undefined : codeCategories[code]) ?? null;
}
