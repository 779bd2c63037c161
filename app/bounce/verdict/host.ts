const name = '([A-Za-z0-9_][A-Za-z0-9_-]{0,62}\\.[A-Za-z0-9_.-]{1,190}[A-Za-z0-9])';

/** How reports name the host that refused, in the order of trust. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\bhost ${name}\\.?\\s{0,2}\\[[0-9A-Fa-f.:]{2,50}\\]`, 'iu'),
  new RegExp(`\\bhost ${name}\\.?[^.;]{0,60} (?:said|refused|returned)`, 'iu'),
  new RegExp(`\\bwhile talking to \\[?${name}`, 'iu'),
  new RegExp(`\\bconnect to ${name}\\[`, 'iu'),
  new RegExp(`\\b(?:with|to|from) ${name}\\[[0-9A-Fa-f.:]{2,50}\\]`, 'iu'),
  new RegExp(`\\brelay=${name}\\[`, 'iu'),
  new RegExp(`\\bH=${name} \\[`, 'u'),
  new RegExp(`\\bserver for the domain [^\\s]{1,200} by ${name}`, 'iu'),
  new RegExp(`^${name} (?:gave this error|rejected your message|\\[[0-9A-Fa-f.:]{2,50}\\])`, 'imu'),
  new RegExp(`\\b(?:remote|generating|reporting) server:? ${name}`, 'iu'),
  new RegExp(`#<${name} #`, 'iu'),
  new RegExp(`^${name} \\(?\\[?[0-9A-Fa-f.:]{7,50}\\]?\\)?:`, 'imu'),
];

/** The host that said it, lower-case, as far as a human text names it. */
export function findHost(text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found && /[A-Za-z]/.test(found)) return found.toLowerCase().replace(/\.$/, '');
  }
  return null;
}
