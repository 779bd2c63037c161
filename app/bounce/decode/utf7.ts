import { decodeBase64 } from './transfer.ts';

/** UTF-7 (RFC 2152), which no platform decodes any more; old Exchange servers still write it. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
    if (base64 === '') return '+';
    const bytes = decodeBase64(base64);
    let decoded = '';
    for (let at = 0; at + 1 < bytes.length; at += 2)
      decoded += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
    return decoded;
  });
}
