import { isLeaf, isList, textOf } from './wire.ts';

/** A structure of more parts or levels than any mail has is a bomb: what lies beyond is not looked at. */
const maxParts = 500;
const maxDepth = 20;

const reports = new Set(['message/rfc822', 'message/global', 'message/delivery-status']);
/** Longer is no file name that a mail program gave. */
const maxName = 1_000;

/**
 * Whether a BODYSTRUCTURE (RFC 3501 section 7.4.2) shows another message or a delivery report among the parts: by
 * type, or as a file called .eml. It comes from the server as nested lists, and nothing of their shape is promised.
 */
export function enclosesMessage(structure: unknown): boolean {
  let left = maxParts;
  const look = (part: unknown, depth: number): boolean => {
    left -= 1;
    if (!isList(part) || depth > maxDepth || left < 0) return false;
    const [type, subtype] = part;
    if (isLeaf(type) && isLeaf(subtype)) {
      const name = `${textOf(type) ?? ''}/${textOf(subtype) ?? ''}`.toLowerCase();
      return reports.has(name) || part.some((item) => isList(item) && namesMail(item, 0));
    }
    return part.some((child) => look(child, depth + 1));
  };
  return look(structure, 0);
}

/** Parameter lists: ("NAME" "bounce.eml"), and with a disposition ("attachment" ("FILENAME" "bounce.eml")). */
function namesMail(list: readonly unknown[], depth: number): boolean {
  return list.slice(0, 50).some((item) => {
    if (isList(item)) return depth < 2 && namesMail(item, depth + 1);
    const value = textOf(item);
    return value !== null && value.length <= maxName && /\.eml\s*$/i.test(value);
  });
}
