/**
 * Modified UTF-7, the writing of IMAP folder names (RFC 3501 section 5.1.3): printable ASCII stands for itself,
 * `&` is `&-`, everything else is base64 of UTF-16BE between `&` and `-`, with `,` for `/` and no padding.
 */
export function encodeFolderName(name: string): string {
  return name.replace(/&|[^ -~]+/g, (run) => {
    if (run === '&') return '&-';
    const utf16be = Buffer.from(run, 'utf16le').swap16();
    return `&${utf16be.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

export function decodeFolderName(name: string): string {
  return name.replace(/&([^-]*)-/g, (_run, base64: string) => {
    if (base64 === '') return '&';
    const utf16be = Buffer.from(base64.replaceAll(',', '/'), 'base64');
    return utf16be
      .subarray(0, utf16be.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}
