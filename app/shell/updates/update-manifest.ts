import { createPublicKey, verify } from 'node:crypto';

/**
 * What an update host says is believed only with our signature: electron-builder's latest*.yml names the new
 * version and the hash of its file, and latest*.yml.sig is the Ed25519 signature (RFC 8032) of exactly these
 * bytes, in base64. electron-updater then compares the downloaded file with that hash; Windows and macOS check
 * their own signatures on top.
 */
const signatureBytes = 64;
/** A manifest is below 2 KB; a host that sends more wants to fill memory. */
export const longestManifest = 64 * 1024;

/** @param publicKey 32 bytes in base64, as the build was given them */
export function isSigned(manifest: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  const key = keyFrom(publicKey);
  if (key === null || bytes.length !== signatureBytes || manifest.length > longestManifest)
    return false;
  return verify(null, Buffer.from(manifest, 'utf8'), key, bytes);
}

function keyFrom(publicKey: string): ReturnType<typeof createPublicKey> | null {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return null;
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return null;
  }
}
