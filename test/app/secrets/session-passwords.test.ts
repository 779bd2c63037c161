import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { SessionPasswords } from '../../../app/secrets/session-passwords.ts';

it('holds a password until it is forgotten, and shows none', () => {
  const passwords = new SessionPasswords();
  passwords.hold(1, 'hunter2');
  expect(passwords.of(1)).toBe('hunter2');
  expect(passwords.has(2)).toBe(false);
  expect(
    JSON.stringify(passwords) + inspect(passwords, { depth: 9, showHidden: true }),
  ).not.toMatch(/hunter2/);
  passwords.forget(1);
  expect(passwords.of(1)).toBeNull();
});

it('tries a remembered password until it is refused', () => {
  const refused: number[] = [];
  const passwords = new SessionPasswords({
    read: (id) => (id === 1 && !refused.includes(1) ? 'from-the-keyring' : null),
    refuse: (id) => refused.push(id),
  });
  expect(passwords.has(1)).toBe(true);
  expect(passwords.of(1)).toBe('from-the-keyring');
  passwords.hold(1, 'typed');
  expect(passwords.of(1)).toBe('typed');
  passwords.forget(1);
  expect(refused).toEqual([1]);
  expect(passwords.has(1)).toBe(false);
});

it('knows a retired password again without keeping it', () => {
  const passwords = new SessionPasswords();
  passwords.hold(1, 'old-one');
  passwords.retire(1);
  expect(passwords.of(1)).toBeNull();
  expect(passwords.isRetired(1, 'old-one')).toBe(true);
  expect(passwords.isRetired(1, 'new-one')).toBe(false);
  expect(passwords.isRetired(2, 'old-one')).toBe(false);
  expect(inspect(passwords, { depth: 9, showHidden: true })).not.toContain('old-one');
  passwords.hold(1, 'old-one');
  expect(passwords.isRetired(1, 'old-one')).toBe(false);
});
