import { createHmac, randomBytes } from 'node:crypto';

/** What the guard needs of Electron's clipboard, which answers at once in older versions. */
export interface Clipboard {
  readText(): string | Promise<string>;
  clear(): unknown;
}

export interface ClipboardGuard {
  /** A password was just put there; it need not be told again what it is. */
  guard(): Promise<void>;
  /** For the end of the app: a password of ours does not stay behind. */
  clearNow(): Promise<void>;
}

const stay = 30_000;

/** Clears the clipboard after 30 seconds if it still holds what it held then. Only a digest is kept meanwhile. */
export function clipboardGuard(clipboard: Clipboard, wait: number = stay): ClipboardGuard {
  const key = randomBytes(32);
  const digest = async (): Promise<string> =>
    createHmac('sha256', key)
      .update(await clipboard.readText())
      .digest('hex');
  let guarded: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const clearNow = async (): Promise<void> => {
    clearTimeout(timer);
    const ours = guarded;
    guarded = null;
    if (ours !== null && (await digest()) === ours) await clipboard.clear();
  };
  return {
    async guard() {
      clearTimeout(timer);
      timer = setTimeout(() => void clearNow(), wait);
      guarded = await digest();
    },
    clearNow,
  };
}
