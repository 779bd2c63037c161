/**
 * Folder names as IMAP writes them (RFC 3501 section 5.1.3): printable ASCII stands for itself, `&` is `&-`, all
 * else is UTF-16BE in base64 between `&` and `-`, with `,` for `/` and no padding.
 */
export function encodeFolderName(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, (run) => {
    if (run === '&') return '&-';
    const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64');
    return `&${base64.replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

/** Null when the name is not in this writing; such a name is shown, and sent back, as the server wrote it. */
export function decodeFolderName(name: string): string | null {
  const problems: string[] = [];
  const decoded = name.replace(/&([^-]*)(-?)/g, (run, base64: string, end: string) => {
    if (end !== '-') problems.push(run);
    if (base64 === '') return '&';
    const bytes = Buffer.from(base64.replaceAll(',', '/'), 'base64');
    if (bytes.length === 0 || bytes.length % 2 === 1) {
      problems.push(run);
      return '';
    }
    return bytes.swap16().toString('utf16le');
  });
  return problems.length === 0 ? decoded : null;
}
