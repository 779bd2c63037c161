import { createHmac } from 'node:crypto';

/** What the guard needs of Electron's clipboard, which answers at once in older versions. */
export interface Clipboard {
  readText(): string | Promise<string>;
  clear(): unknown;
}

/** HMAC-SHA-256 of a password under a salt that is made for this one copy, both in hex. */
export interface CopiedSecret {
  readonly salt: string;
  readonly digest: string;
}

export interface ClipboardGuard {
  guard(secret: CopiedSecret): void;
  /** For the end of the app: a password of ours does not stay behind. */
  clearNow(): Promise<void>;
}

const stay = 30_000;

/**
 * Clears the clipboard after 30 seconds if it still holds the secret. Only the window knows what it copied: reading
 * the clipboard here instead would be a race, since Chromium reports a copy as done before it is.
 */
export function clipboardGuard(clipboard: Clipboard, wait: number = stay): ClipboardGuard {
  let guarded: CopiedSecret | null = null;
  let timer: NodeJS.Timeout | undefined;
  const clearNow = async (): Promise<void> => {
    clearTimeout(timer);
    const secret = guarded;
    guarded = null;
    if (secret !== null && isSecret(await clipboard.readText(), secret)) await clipboard.clear();
  };
  return {
    guard(secret) {
      clearTimeout(timer);
      guarded = secret;
      timer = setTimeout(() => void clearNow(), wait);
    },
    clearNow,
  };
}

const isSecret = (text: string, { salt, digest }: CopiedSecret): boolean =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex') === digest;
