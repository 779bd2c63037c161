import type { SavedKind } from '../../api/contract.ts';

/** Separators, what Windows forbids, and control characters: a name from a page never becomes a path. */
const forbidden = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A proposal for the save dialog: one plain name with the ending of its kind, never hidden, never a path. */
export function exportName(wanted: string, kind: SavedKind): string {
  const plain = wanted
    .replace(forbidden, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100);
  return `${plain === '' ? 'sendwell' : plain}.${kind}`;
}
