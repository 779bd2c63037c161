/** Marks of an attached message; searched before an ordinary mail with attachments is taken apart. */
const marks =
  /^content-type:\s{0,8}(?:message\/(?:rfc822|global|delivery-status)|[^\n]{0,200}\n?[^\n]{0,200}\.eml\b)|^content-disposition:[^\n]{0,200}\n?[^\n]{0,200}\.eml\b/im;

/** How far an attached message may begin behind the start; a bounce is small and so is what carries it. */
const reach = 512 * 1024;

export const findNested = (source: string): boolean =>
  marks.test(source.length > reach ? source.slice(0, reach) : source);
