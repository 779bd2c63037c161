/**
 * Passwords for this session only: they stay in main's memory, are never written anywhere and never given
 * back to the window. Private fields, so that a log or a dump of the object shows none.
 */
export class SessionPasswords {
  readonly #byAccount = new Map<number, string>();

  hold(accountId: number, password: string): void {
    this.#byAccount.set(accountId, password);
  }

  has(accountId: number): boolean {
    return this.#byAccount.has(accountId);
  }

  /** For the one login that was just asked for. */
  of(accountId: number): string | null {
    return this.#byAccount.get(accountId) ?? null;
  }

  forget(accountId: number): void {
    this.#byAccount.delete(accountId);
  }

  forgetAll(): void {
    this.#byAccount.clear();
  }
}
