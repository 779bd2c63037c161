import { randomBytes } from 'node:crypto';
import type { KeyringProblem } from './remember-states.ts';

/** What Electron's safeStorage offers; the shell hands it in, tests hand in their own. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plainText: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Linux, and not in every Electron. */
  getSelectedStorageBackend?(): string;
}

/** Backends that encrypt with a key that stands in Chromium's source. */
const insecureBackends = ['basic_text', 'unknown'];

/** On Linux: what a key from a keyring has encrypted begins so; `v10` is the key that everyone knows. */
const fromKeyring = Buffer.from('v11');

/**
 * Whether a real keyring holds the key. The names of backends are not enough (some versions have none to ask for,
 * and "available" can mean the built-in key), so it is proven: a round trip, and the ciphertext's first letters.
 * @returns null when it is safe to remember a password
 */
export function keyringProblem(
  storage: SafeStorage,
  platform: NodeJS.Platform = process.platform,
): KeyringProblem | null {
  try {
    if (!storage.isEncryptionAvailable()) return 'no-keyring';
    const backend = storage.getSelectedStorageBackend?.();
    if (platform === 'linux' && backend !== undefined && insecureBackends.includes(backend))
      return 'built-in-key';
    const probe = randomBytes(16).toString('hex');
    const encrypted = storage.encryptString(probe);
    if (encrypted.includes(probe)) return 'broken';
    if (!isFromKeyring(encrypted, platform)) return 'built-in-key';
    return storage.decryptString(encrypted) === probe ? null : 'broken';
  } catch {
    return 'broken';
  }
}

/** Elsewhere the system's own key store is behind it whatever the letters say. */
export function isFromKeyring(encrypted: Buffer, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || encrypted.subarray(0, 3).equals(fromKeyring);
}
