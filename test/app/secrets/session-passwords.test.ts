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
