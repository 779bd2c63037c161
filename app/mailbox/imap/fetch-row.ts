import { parseInternalDate } from './dates.ts';
import { bytesOf, isLeaf, isList, numberOf, sizeOf, textOf, type Untagged } from './wire.ts';

/** One "* n FETCH (…)": items come in any order, some may be missing, others were never asked for. */
export interface Row {
  uid: number | null;
  receivedAt: Date | null;
  size: number | null;
  /** BODY[HEADER.FIELDS (…)]. */
  headers: Uint8Array | null;
  /** BODY[]<0>. */
  message: Uint8Array | null;
  /** BODYSTRUCTURE as nested lists; null when it was not sent. */
  structure: unknown;
}

const empty = new Uint8Array(0);

/** `maxBytes` cuts each piece of text; what a server sends beyond what it was asked for is dropped here. */
export function readRow(untagged: Untagged, maxBytes = 0): Row {
  const row: Row = {
    uid: null,
    receivedAt: null,
    size: null,
    headers: null,
    message: null,
    structure: null,
  };
  const items = untagged.attributes?.[1];
  if (!isList(items)) return row;
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (!isLeaf(key) || typeof key.value !== 'string') continue;
    const value = items[index + 1];
    switch (key.value.toUpperCase()) {
      case 'UID':
        row.uid = numberOf(textOf(value));
        break;
      case 'INTERNALDATE':
        row.receivedAt = parseInternalDate(textOf(value) ?? '');
        break;
      case 'RFC822.SIZE':
        row.size = sizeOf(textOf(value));
        break;
      case 'BODYSTRUCTURE':
        row.structure = value;
        break;
      case 'BODY':
        // NIL is how some servers write "none of these fields".
        if (!key.section) break;
        if (key.section.length === 0) row.message = bytesOf(value, maxBytes) ?? empty;
        else row.headers = bytesOf(value, maxBytes) ?? empty;
        break;
    }
  }
  return row;
}
