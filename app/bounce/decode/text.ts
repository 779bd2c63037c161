/** Ways to look at decoded text that all rules share. */

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\0]/g;
const oddSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** Line ends as "\n", no NUL and no invisible characters, every kind of blank as a plain space. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(oddSpace, ' ')
    .replace(/[\u2028\u2029\v\f\u0085]/g, '\n');
}

/** Full-width ASCII as ASCII, character by character, so that places stay the same. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
