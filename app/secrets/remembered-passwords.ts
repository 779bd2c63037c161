import { isFromKeyring, keyringProblem, type SafeStorage } from './keyring.ts';
import type { KeyringProblem, RememberedState, RememberProblem } from './remember-states.ts';
import { readVault, writeVault, type VaultEntry } from './vault-file.ts';

/** An account by what it is at the server: numbers of a database that was made anew would name somebody else. */
export interface AccountName {
  readonly address: string;
  readonly host: string;
}

/**
 * Passwords at rest, for people who asked for it: ciphertext in a file of the data folder, the key in the system's
 * keyring. Without a keyring nothing is written; what cannot be decrypted is never deleted except by its owner.
 */
export class RememberedPasswords {
  readonly #file: string;
  readonly #storage: SafeStorage;
  readonly #platform: NodeJS.Platform;
  readonly #clock: () => Date;
  /** What the file holds; nobody else writes it while the app runs. */
  #known: readonly VaultEntry[] | null = null;

  constructor(
    file: string,
    storage: SafeStorage,
    clock: () => Date,
    platform: NodeJS.Platform = process.platform,
  ) {
    this.#file = file;
    this.#storage = storage;
    this.#clock = clock;
    this.#platform = platform;
  }

  /** Why nothing can be remembered here; null when it can. */
  get problem(): KeyringProblem | null {
    return keyringProblem(this.#storage, this.#platform);
  }

  state(account: AccountName): RememberedState {
    const entry = this.#find(account);
    if (entry === null) return 'none';
    if (this.#decrypt(entry) === null) return 'unreadable';
    return entry.refused ? 'refused' : 'remembered';
  }

  /** The password; null where there is none, it was refused, or the keyring is another one. */
  read(account: AccountName): string | null {
    const entry = this.#find(account);
    return entry === null || entry.refused ? null : this.#decrypt(entry);
  }

  /** @returns why it was not remembered; then nothing was written */
  remember(account: AccountName, password: string): RememberProblem | null {
    const problem = this.problem;
    if (problem !== null) return problem;
    const encrypted = this.#storage.encryptString(password);
    // What was proven a moment ago must hold for these very bytes.
    if (!isFromKeyring(encrypted, this.#platform)) return 'built-in-key';
    if (this.#storage.decryptString(encrypted) !== password) return 'broken';
    const { address, host } = account;
    const savedAt = this.#clock().getTime();
    const secret = encrypted.toString('base64');
    const entry = { address, host, savedAt, refused: false, secret };
    return this.#write([...this.#others(account), entry]) ? null : 'not-written';
  }

  /** A refused password is kept, since the refusal may have had another reason, but not tried by itself. */
  markRefused(account: AccountName): void {
    const entry = this.#find(account);
    if (entry === null || entry.refused) return;
    const entries = [...this.#others(account), { ...entry, refused: true }];
    // Where the disk is full it holds for this session at least.
    if (!this.#write(entries)) this.#known = entries;
  }

  /** @returns false where the file could not be written and still holds it */
  forget(account: AccountName): boolean {
    return this.#find(account) === null || this.#write(this.#others(account));
  }

  get #entries(): readonly VaultEntry[] {
    this.#known ??= readVault(this.#file) ?? [];
    return this.#known;
  }

  #find(account: AccountName): VaultEntry | null {
    return this.#entries.find((entry) => isSame(entry, account)) ?? null;
  }

  #others(account: AccountName): VaultEntry[] {
    return this.#entries.filter((entry) => !isSame(entry, account));
  }

  #write(entries: readonly VaultEntry[]): boolean {
    try {
      writeVault(this.#file, entries);
    } catch {
      return false;
    }
    this.#known = entries;
    return true;
  }

  #decrypt({ secret }: VaultEntry): string | null {
    const encrypted = Buffer.from(secret, 'base64');
    if (!isFromKeyring(encrypted, this.#platform)) return null;
    try {
      return this.#storage.isEncryptionAvailable() ? this.#storage.decryptString(encrypted) : null;
    } catch {
      return null;
    }
  }
}

const isSame = (a: AccountName, b: AccountName): boolean =>
  a.address.toLowerCase() === b.address.toLowerCase() &&
  a.host.toLowerCase() === b.host.toLowerCase();
