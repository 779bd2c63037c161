import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyringProblem, type SafeStorage } from '../../../app/secrets/keyring.ts';
import { RememberedPasswords } from '../../../app/secrets/remembered-passwords.ts';

const account = { address: 'owner@example.com', host: 'imap.example.com' };
const other = { address: 'other@example.com', host: 'imap.example.com' };
const secret = 'Gravel7=Tulip=Zephyr';
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-vault-'));
  file = join(folder, 'passwords.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As Electron's on Linux: a prefix that names the key's origin, and a failure for another key's ciphertext. */
function storage(change: Partial<SafeStorage> = {}, prefix = 'v11'): SafeStorage {
  const key = randomBytes(32);
  return {
    isEncryptionAvailable: () => true,
    encryptString(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(prefix), iv, cipher.getAuthTag(), body]);
    },
    decryptString(bytes) {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(3, 15));
      decipher.setAuthTag(bytes.subarray(15, 31));
      return decipher.update(bytes.subarray(31), undefined, 'utf8') + decipher.final('utf8');
    },
    ...change,
  };
}

const open = (with_: SafeStorage, platform: NodeJS.Platform = 'linux') =>
  new RememberedPasswords(file, with_, () => new Date(0), platform);

describe('a keyring', () => {
  it.each<[string, SafeStorage, NodeJS.Platform, string | null]>([
    ['that holds the key', storage(), 'linux', null],
    ['with a name', storage({ getSelectedStorageBackend: () => 'gnome_libsecret' }), 'linux', null],
    ['that is none', storage({ isEncryptionAvailable: () => false }), 'linux', 'no-keyring'],
    [
      'called basic_text',
      storage({ getSelectedStorageBackend: () => 'basic_text' }),
      'linux',
      'built-in-key',
    ],
    [
      'called unknown',
      storage({ getSelectedStorageBackend: () => 'unknown' }),
      'linux',
      'built-in-key',
    ],
    ['with the key that everyone knows', storage({}, 'v10'), 'linux', 'built-in-key'],
    ['of macOS, whose letters are v10', storage({}, 'v10'), 'darwin', null],
    ['of Windows', storage({}, 'v10'), 'win32', null],
    [
      'that gives back something else',
      storage({ decryptString: () => 'other' }),
      'linux',
      'broken',
    ],
    [
      'that does not encrypt',
      storage({
        encryptString: (text) => Buffer.from(`v11${text}`),
        decryptString: (bytes) => bytes.toString().slice(3),
      }),
      'linux',
      'broken',
    ],
    [
      'that throws',
      storage({
        encryptString: () => {
          throw new Error('locked');
        },
      }),
      'linux',
      'broken',
    ],
  ])('%s', (_name, given, platform, expected) => {
    expect(keyringProblem(given, platform)).toBe(expected);
  });
});

describe('a remembered password', () => {
  it('is there after a restart, and its file shows nothing to others', () => {
    const keyring = storage();
    expect(open(keyring).remember(account, secret)).toBeNull();
    expect(open(keyring).state(account)).toBe('remembered');
    expect(open(keyring).read({ address: 'Owner@Example.COM', host: account.host })).toBe(secret);
    expect(open(keyring).read(other)).toBeNull();
    expect(open(keyring).read({ ...account, host: 'imap.example.org' })).toBeNull();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file, 'utf8');
    for (const form of [secret, Buffer.from(secret).toString('base64').slice(0, 16)])
      expect(bytes).not.toContain(form);
    expect(readdirSync(folder)).toEqual(['passwords.json']);
  });

  it('is not written where no keyring holds it', () => {
    for (const bad of [storage({ isEncryptionAvailable: () => false }), storage({}, 'v10')]) {
      expect(open(bad).remember(account, secret)).not.toBeNull();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is not written when the key changes between the proof and the password', () => {
    let calls = 0;
    const real = storage();
    const weak = storage({}, 'v10');
    const turning = storage({
      encryptString: (text) => ((calls += 1) === 1 ? real : weak).encryptString(text),
      decryptString: (bytes) => real.decryptString(bytes),
    });
    expect(open(turning).remember(account, secret)).toBe('built-in-key');
    expect(existsSync(file)).toBe(false);
  });

  it('is forgotten, and others stay', () => {
    const remembered = open(storage());
    remembered.remember(account, secret);
    remembered.remember(other, 'Another-1');
    expect(remembered.forget(account)).toBe(true);
    expect(remembered.state(account)).toBe('none');
    expect(remembered.read(other)).toBe('Another-1');
    expect(readFileSync(file, 'utf8')).not.toContain(account.address);
  });

  it('that was refused is kept but not given out, until it is remembered anew', () => {
    const keyring = storage();
    open(keyring).remember(account, secret);
    open(keyring).markRefused(account);
    expect(open(keyring).state(account)).toBe('refused');
    expect(open(keyring).read(account)).toBeNull();
    open(keyring).remember(account, 'Newer-Horse-7');
    expect(open(keyring).read(account)).toBe('Newer-Horse-7');
  });

  it('of another keyring is noticed, not given out and not deleted', () => {
    const before = storage();
    open(before).remember(account, secret);
    const now = open(storage());
    expect(now.state(account)).toBe('unreadable');
    expect(now.read(account)).toBeNull();
    now.remember(other, 'Another-1');
    // The old keyring comes back: everything is as it was.
    expect(open(before).read(account)).toBe(secret);
    expect(open(storage({ isEncryptionAvailable: () => false })).state(account)).toBe('unreadable');
    expect(open(before).read(account)).toBe(secret);
  });

  it('shows nothing in a dump of the object', () => {
    const remembered = open(storage());
    remembered.remember(account, secret);
    expect(
      JSON.stringify(remembered) + inspect(remembered, { depth: 9, showHidden: true }),
    ).not.toContain(secret);
  });
});

describe('a damaged file', () => {
  it.each([
    '',
    '{',
    'null',
    '{"version":2,"entries":[]}',
    '{"version":1,"entries":[{"secret":7}]}',
  ])('of %j remembers nothing and is put aside, not overwritten', (content) => {
    writeFileSync(file, content);
    const remembered = open(storage());
    expect(remembered.state(account)).toBe('none');
    expect(remembered.forget(account)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(remembered.remember(account, secret)).toBeNull();
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(content);
    expect(open(storage()).state(account)).toBe('unreadable');
  });

  it('of a size that no vault has is not read into memory, and is put aside', () => {
    const huge = `{"version":1,"entries":[]}${' '.repeat(9 * 1024 * 1024)}`;
    writeFileSync(file, huge);
    expect(open(storage()).remember(account, secret)).toBeNull();
    expect(readFileSync(`${file}.unreadable`, 'utf8').length).toBe(huge.length);
  });

  it('in a folder that cannot be written says so', () => {
    const nowhere = new RememberedPasswords(
      join(folder, 'no', 'passwords.json'),
      storage(),
      () => new Date(0),
      'linux',
    );
    expect(nowhere.remember(account, secret)).toBe('not-written');
    expect(nowhere.read(account)).toBeNull();
  });
});
