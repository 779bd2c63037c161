/** Content-Transfer-Encoding (RFC 2045 section 6), tolerant: what is damaged is skipped, never refused. */
export function decodeTransfer(body: string, encoding: string): string {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'x-uuencode':
    case 'uuencode':
    default:
      return body;
  }
}

export function decodeBase64(text: string): string {
  let clean = text.replace(/[^A-Za-z0-9+/]+/g, '');
  // One lone sextet holds no byte.
  if (clean.length % 4 === 1) clean = clean.slice(0, -1);
  return atob(clean);
}

export function decodeQuotedPrintable(text: string): string {
  if (!text.includes('=')) return text;
  return text
    .replace(/=[ \t]{0,80}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
