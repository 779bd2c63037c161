/** Attributes that somebody reads or hears. */
const attributes = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];

/** What Intl writes in dates, spans, sizes and lists. */
const intl =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|GMT|UTC|AM|PM|K|M|min|hr|kB|MB|GB|bytes?|and|ago|in|yesterday|today|tomorrow)\b|\b(minute|hour|day)s?\b/g;

/** The names of products, and languages in their own words. */
const names = ['Sendwell', 'Electron', 'Chromium', 'English', '简体中文'];

/**
 * Every visible or spoken text below `root` that is neither from the texts (in brackets) nor data, with where it
 * stands.
 * @param data all that main answered, as one string
 */
export function missed(root: Element, data: string): string[] {
  const found = new Set<string>();
  const look = (text: string, where: Element, what: string): void => {
    for (const piece of outside(text)) {
      const word = piece.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      const rest = word.replace(intl, '');
      if (!/\p{L}{2}/u.test(rest) || names.includes(word) || data.includes(word)) continue;
      found.add(`"${word}" (${what} of ${pathOf(where)})`);
    }
  };
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.closest('style, script, [data-pseudo-data]') !== null) continue;
    for (const name of attributes) {
      const value = element.getAttribute(name);
      if (value !== null) look(value, element, name);
    }
    for (const node of element.childNodes)
      if (node.nodeType === 3) look(node.textContent ?? '', element, 'text');
  }
  return [...found];
}

/** The parts of a text that no bracket holds; brackets may hold brackets. */
function outside(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '⟦') {
      if (depth === 0) parts.push(part);
      part = '';
      depth += 1;
    } else if (letter === '⟧') depth -= 1;
    else if (depth === 0) part += letter;
  }
  return [...parts, part];
}

function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < 4; at = at.parentElement) {
    const own = [...at.classList].find((name) => name.startsWith('sw-'));
    steps.unshift(own === undefined ? at.tagName.toLowerCase() : `.${own}`);
  }
  return steps.join(' > ');
}
