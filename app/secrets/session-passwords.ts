import { createHmac, randomBytes } from 'node:crypto';

/** Where a password may come from that was not typed in this session. */
export interface Recall {
  read(accountId: number): string | null;
  /** A server refused it, or it was changed: it must not be tried again by itself. */
  refuse(accountId: number): void;
}

const nothing: Recall = { read: () => null, refuse: () => undefined };

/**
 * Passwords for this session: they stay in main's memory and are never given back to the window. Behind them may
 * stand the ones that the person asked to remember. Private fields, so that a log or a dump of the object shows
 * none.
 */
export class SessionPasswords {
  readonly #byAccount = new Map<number, string>();
  readonly #recall: Recall;
  readonly #key = randomBytes(32);
  /** Digests of passwords that were changed, to notice when the old one is typed as the new one. */
  readonly #retired = new Map<number, string>();

  constructor(recall: Recall = nothing) {
    this.#recall = recall;
  }

  hold(accountId: number, password: string): void {
    this.#byAccount.set(accountId, password);
    this.#retired.delete(accountId);
  }

  has(accountId: number): boolean {
    return this.of(accountId) !== null;
  }

  /** For the one login that was just asked for. */
  of(accountId: number): string | null {
    return this.#byAccount.get(accountId) ?? this.#recall.read(accountId);
  }

  /** Drops the password and tries a remembered one no more: after a refusal, a change, or at the owner's wish. */
  forget(accountId: number): void {
    this.#byAccount.delete(accountId);
    this.#recall.refuse(accountId);
  }

  /** Like `forget`, for a password that was just changed at the server: it will be known again. */
  retire(accountId: number): void {
    const password = this.of(accountId);
    if (password !== null) this.#retired.set(accountId, this.#digest(password));
    this.forget(accountId);
  }

  /** Whether this is the password that was retired: trying it would be a wrong one more. */
  isRetired(accountId: number, password: string): boolean {
    return this.#retired.get(accountId) === this.#digest(password);
  }

  #digest(password: string): string {
    return createHmac('sha256', this.#key).update(password).digest('base64');
  }

  forgetAll(): void {
    this.#byAccount.clear();
  }
}
