import { describe, expect, it } from 'vitest';
import { freshProgress } from '../../../../app/password/guide/progress.ts';
import { causesOf, outcomeOf } from '../../../../app/password/guide/refusal.ts';
import { rotationDue } from '../../../../app/password/guide/rotation.ts';
import { failed, problemCodes, type ProblemCode } from '../../../../app/result.ts';

const outcome = (code: ProblemCode, words: string | null = null) =>
  outcomeOf(failed(code, 'imap.example.com', words).problem);

describe('a problem at the trial', () => {
  it.each<[ProblemCode, string | null, string]>([
    ['login-refused', 'LOGIN failed', 'refused'],
    ['login-refused', 'Invalid credentials', 'refused'],
    ['login-refused', 'The account is locked', 'locked'],
    ['login-refused', 'Too many failed logins, wait an hour', 'locked'],
    ['login-refused', '账号已被锁定，请稍后再试', 'locked'],
    ['server-busy', 'Account temporarily locked out', 'locked'],
    ['server-busy', 'Server busy, try again later', 'busy'],
    ['login-refused', 'third-party clients are blocked', 'refused'],
    ['host-not-found', null, 'unreachable'],
    ['connection-closed', null, 'unreachable'],
    ['network-unreachable', 'the door is locked', 'unreachable'],
    ['certificate-untrusted', null, 'untrusted'],
    ['usage', null, 'not-possible'],
  ])('%s (%s) is %s', (code, words, expected) => {
    expect(outcome(code, words)).toBe(expected);
  });

  it('is never taken for a refused password unless the server refused it', () => {
    expect(problemCodes.filter((code) => outcome(code) === 'refused')).toEqual(['login-refused']);
  });
});

describe('what a refusal can mean', () => {
  const progress = { ...freshProgress(0), step: 'verify' as const };
  it('begins with the security password: the change may have worked all the same', () => {
    expect(causesOf({ ...progress, kind: 'account-password' })[0]).toBe('security-password');
    expect(causesOf({ ...progress, changer: 'administrator' })[0]).toBe('first-logon');
  });
  it('with a new security password begins with the typing', () => {
    const update = { ...progress, step: 'update' as const, kind: 'security-password' as const };
    expect(causesOf(update)[0]).toBe('typed-differently');
    expect(causesOf(update)).not.toContain('security-password');
  });
});

describe('a rotation', () => {
  it.each<[string, 1 | 2 | 3 | 6 | 12, string]>([
    ['2026-01-15T08:00:00Z', 1, '2026-02-15T08:00:00Z'],
    ['2026-01-31T08:00:00Z', 1, '2026-02-28T08:00:00Z'],
    ['2028-01-31T23:59:00Z', 1, '2028-02-29T23:59:00Z'],
    ['2026-08-31T00:00:00Z', 6, '2027-02-28T00:00:00Z'],
    ['2028-02-29T12:00:00Z', 12, '2029-02-28T12:00:00Z'],
    ['2026-11-30T12:00:00Z', 3, '2027-02-28T12:00:00Z'],
  ])('of %s over %i months runs out on %s', (from, months, due) => {
    expect(new Date(rotationDue(Date.parse(from), months))).toEqual(new Date(due));
  });
});
