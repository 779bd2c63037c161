const name = '([A-Za-z0-9_][A-Za-z0-9_-]{0,62}\\.[A-Za-z0-9_.-]{1,190}[A-Za-z0-9])';

/** How reports name the host that refused, in the order of trust. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\bhost ${name}\\.?\\s{0,2}\\[[0-9A-Fa-f.:]{2,50}\\]`, 'i'),
  new RegExp(`\\bhost ${name}\\.?[^.;]{0,60} (?:said|says|refused|returned)`, 'i'),
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
  // Exchange from 2013 on names the host alone, above or in "Remote Server …".
  new RegExp(`^${name}\\.? remote server (?:returned|said)`, 'i'),
  new RegExp(`\\bremote server at ${name} `, 'i'),
  new RegExp(`^(?:connected to )?${name} (?:does not like|failed after|but )`, 'i'),
  new RegExp(`\\bhost: ${name}`, 'i'),
];
const ipv4 = '(\\d{1,3}(?:\\.\\d{1,3}){3})';

/** Where the reporting server knew the other one by its address only. */
const addressed: readonly RegExp[] = [
  new RegExp(`\\bsmtp:?\\w{0,8} host ${ipv4}:`, 'i'),
  new RegExp(`^(?:connected to )?${ipv4} (?:does not like|failed after|but )`, 'i'),
];

/** The host that said it, lower-case, or its address, as far as a human text names it. */
export function findHost(text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found && /[A-Za-z]/.test(found)) return found.toLowerCase().replace(/\.$/, '');
  }
  for (const pattern of addressed) {
    const found = pattern.exec(text)?.[1];
    if (found) return found;
  }
  return null;
}
