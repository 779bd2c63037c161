/**
 * Marks of an attached message. An ordinary mail with attachments is searched for them before it is taken
 * apart: the engine's own search costs next to nothing. A mail program may encode the file name, so any
 * attachment without a type of its own counts.
 */
const marks = ['essage/rfc822', 'ESSAGE/RFC822', 'essage/global', 'octet-stream', '.eml', '.EML'];

/** How far an attached message may begin behind the start; a bounce is small and so is what carries it. */
const reach = 512 * 1024;

export function findNested(source: string): boolean {
  const start = source.length > reach ? source.slice(0, reach) : source;
  return marks.some((mark) => start.includes(mark));
}
