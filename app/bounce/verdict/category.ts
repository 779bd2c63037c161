import type { Category } from '../notice.ts';
import { codeCategories, rules, statusCategories } from './rules.ts';

/** Texts longer than this say nothing new; bounds the work of every rule. */
const reach = 1200;

/** The category that the words say; null when no rule knows them. */
export function categoryOfWords(text: string): Category | null {
  const part = text.length > reach ? text.slice(0, reach) : text;
  return rules.find(({ words }) => words.test(part))?.category ?? null;
}

/** The category by enhanced status, then by reply code; null when both say nothing. */
export function categoryOfCodes(status: string | null, code: number | null): Category | null {
  const detail = status?.slice(1);
  if (detail !== undefined) {
    const found = statusCategories.find(([pattern]) => pattern.test(detail));
    if (found) return found[1];
  }
  return (code === null ? undefined : codeCategories[code]) ?? null;
}
