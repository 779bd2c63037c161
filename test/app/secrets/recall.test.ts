import { afterEach, beforeEach, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recallOf } from '../../../app/secrets/recall.ts';
import { RememberedPasswords } from '../../../app/secrets/remembered-passwords.ts';
import { SessionPasswords } from '../../../app/secrets/session-passwords.ts';
import { openStore, type Store } from '../../../app/store/store.ts';

const account = {
  address: 'owner@example.com',
  host: 'imap.example.com',
  port: 993,
  sample: false,
  ca: null,
};
/** Stands for a keyring; the real one is tested in the window. */
const storage = {
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`v11${text.split('').reverse().join('')}`),
  decryptString: (bytes: Buffer) => bytes.toString().slice(3).split('').reverse().join(''),
};
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-recall-'));
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('gives a new database’s account no password of another one with its number', () => {
  const file = join(folder, 'passwords.json');
  const remembered = new RememberedPasswords(file, storage, () => new Date(0), 'linux');
  const { id } = store.accounts.save(account);
  remembered.remember(account, 'Gravel7=Tulip');
  const passwords = new SessionPasswords(recallOf(() => store.accounts, remembered));
  expect(passwords.of(id)).toBe('Gravel7=Tulip');
  store.accounts.remove(id);
  const other = store.accounts.save({ ...account, address: 'other@example.com' });
  expect(other.id).toBe(id);
  expect(passwords.of(other.id)).toBeNull();
});

it('does not try a password again that was refused, also after a restart', () => {
  const file = join(folder, 'passwords.json');
  const open = () => new RememberedPasswords(file, storage, () => new Date(0), 'linux');
  const { id } = store.accounts.save(account);
  open().remember(account, 'Gravel7=Tulip');
  new SessionPasswords(recallOf(() => store.accounts, open())).forget(id);
  expect(new SessionPasswords(recallOf(() => store.accounts, open())).has(id)).toBe(false);
});
