/** HTML as text, for reading only: nothing is ever rendered. One pass, linear in the input. */

const lineBreakers = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'hr',
  'section',
  'dd',
  'dt',
  'dl',
  'blockquote',
  'title',
  'body',
]);
const unseen = new Set(['script', 'style', 'head', 'title', 'template']);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  copy: '©',
  reg: '®',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  colon: ':',
  lbrack: '[',
  rbrack: ']',
  commat: '@',
  period: '.',
  comma: ',',
  lpar: '(',
  rpar: ')',
};

/** Text of an HTML body; quoted blocks get "> " so that quoting looks the same as in plain text. */
export function htmlToText(html: string): string {
  let text = '';
  let quoteDepth = 0;
  let preformatted = 0;
  let at = 0;
  const newline = () => {
    text += quoteDepth > 0 ? '\n> ' : '\n';
  };
  const add = (raw: string) => {
    if (raw === '') return;
    const decoded = decodeEntities(raw);
    text +=
      preformatted > 0
        ? quoteDepth > 0
          ? decoded.replaceAll('\n', '\n> ')
          : decoded
        : decoded.replace(/\s+/g, ' ');
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      add(html.slice(at));
      break;
    }
    add(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const tag = readTag(html, open);
    if (tag === null) {
      add('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (!tag.closing && unseen.has(tag.name)) {
      at = skipElement(html, tag.name, at);
      continue;
    }
    if (tag.name === 'blockquote') quoteDepth = Math.max(0, quoteDepth + (tag.closing ? -1 : 1));
    if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.closing ? -1 : 1));
    if (lineBreakers.has(tag.name)) newline();
    else if (tag.name === 'td' || tag.name === 'th') text += '\t';
  }
  return text;
}

/** A tag at `open`, or null when the "<" is text, as in "<<< 454" or "<user@example.com>". */
function readTag(
  html: string,
  open: number,
): { name: string; closing: boolean; end: number } | null {
  const closing = html.charCodeAt(open + 1) === 0x2f;
  const start = open + (closing ? 2 : 1);
  const first = html.charCodeAt(start) | 0x20;
  const declares = html[start] === '!' || html[start] === '?';
  if (!declares && (first < 0x61 || first > 0x7a)) return null;
  const end = html.indexOf('>', start);
  // An unclosed tag would swallow the rest; real tags are shorter (data: images are cut by the text bound).
  if (end < 0 || end - start > 20_000) return null;
  const name = /^[!?]?[A-Za-z][A-Za-z0-9:-]{0,30}/.exec(html.slice(start, start + 32))?.[0] ?? '';
  if (!declares && !/[\s/>]/.test(html[start + name.length] ?? '')) return null;
  return { name: name.toLowerCase(), closing, end: end + 1 };
}

function skipElement(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  if (!found) return name === 'head' || name === 'title' ? from : html.length;
  const end = html.indexOf('>', found.index);
  return end < 0 ? html.length : end + 1;
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));?/g,
    (whole, ...groups) => {
      const [decimal, hexadecimal, name] = groups as (string | undefined)[];
      if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    },
  );
}
