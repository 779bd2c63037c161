const name = '([A-Za-z0-9_][A-Za-z0-9_-]{0,62}\\.[A-Za-z0-9_.-]{1,190}[A-Za-z0-9])';

/** How reports name the host that refused, in the order of trust. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\bhost ${name}\\.?\\s{0,2}\\[[0-9A-Fa-f.:]{2,50}\\]`, 'i'),
  new RegExp(`\\bhost ${name}\\.?[^.;]{0,60} (?:said|refused|returned)`, 'i'),
  new RegExp(`\\bwhile talking to \\[?${name}`, 'i'),
  new RegExp(`\\bconnect to ${name}\\[`, 'i'),
  new RegExp(`\\b(?:with|to|from) ${name}\\[[0-9A-Fa-f.:]{2,50}\\]`, 'i'),
  new RegExp(`\\brelay=${name}\\[`, 'i'),
  new RegExp(`\\bH=${name} \\[`),
  new RegExp(`\\bserver for the domain [^\\s]{1,200} by ${name}`, 'i'),
  new RegExp(`^${name} (?:gave this error|rejected your message|\\[[0-9A-Fa-f.:]{2,50}\\])`, 'im'),
  new RegExp(`\\b(?:remote|generating|reporting) server:? ${name}`, 'i'),
  new RegExp(`#<${name} #`, 'i'),
  new RegExp(`^${name} \\(?\\[?[0-9A-Fa-f.:]{7,50}\\]?\\)?:`, 'im'),
];

/** The host that said it, lower-case, as far as a human text names it. */
export function findHost(text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found && /[A-Za-z]/.test(found)) return found.toLowerCase().replace(/\.$/, '');
  }
  return null;
}
