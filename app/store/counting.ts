import type { Action, Category } from '../bounce/notice.ts';

/** What counting needs to know of one stored failure. */
export interface Countable {
  readonly id: number;
  readonly at: number;
  readonly action: Action | null;
  readonly category: Category;
  readonly certain: boolean;
}

/** Verdicts that say only that time ran out, not why. */
const vague: ReadonlySet<Category> = new Set<Category>(['expired', 'other']);

/**
 * Of all failures reported for one original mail and recipient, the one that counts: a delay warning is
 * not counted beside the failure that follows it, and a repeated report not beside the first. Where the
 * final report lost the reason, as OpenSMTPD's "Envelope expired" does, the warning that had it stands.
 */
export function chooseCounted(reports: readonly Countable[]): Countable | undefined {
  const inOrder = [...reports].sort((a, b) => a.at - b.at || a.id - b.id);
  const final = inOrder.find((report) => report.action !== 'delayed');
  if (!final) return inOrder[0];
  if (!vague.has(final.category)) return final;
  const informed = inOrder.find((report) => report.category === 'throttle' && report.certain);
  return informed ?? final;
}
