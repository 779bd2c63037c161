import { describe, expect, it } from 'vitest';
import { connectionProblem, refusalProblem } from '../../../../app/mailbox/imap/problem.ts';
import { asksToWait, readable } from '../../../../app/mailbox/imap/refusal.ts';

const error = (code: string, message = 'words', more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('connectionProblem', () => {
  it.each([
    ['ENOTFOUND', 'host-not-found'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ENETUNREACH', 'network-unreachable'],
    ['CONNECT_TIMEOUT', 'connection-timeout'],
    ['ECONNRESET', 'connection-closed'],
    ['NoConnection', 'connection-closed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted'],
    ['CERT_REVOKED', 'certificate-untrusted'],
    ['CERT_NOT_YET_VALID', 'certificate-expired'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-host'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['EPROTO', 'tls-failed'],
    ['LiteralTooLarge', 'server-refused'],
  ])('reads %s as %s', (code, expected) => {
    expect(connectionProblem('imap.example.com', error(code))).toMatchObject({
      code: expected,
      subject: 'imap.example.com',
    });
  });

  it('keeps OpenSSL’s reason and drops its addresses', () => {
    const message =
      'C0FF:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl.c:354:';
    const problem = connectionProblem(
      'h',
      error('EPROTO', message, { reason: 'wrong version number' }),
    );
    expect(problem.detail).toBe('wrong version number');
  });

  it('takes the reason of a BYE, and a throttled one for busy', () => {
    const closed = (reason: string) =>
      connectionProblem('h', error('NoConnection', '', { reason }));
    expect(closed('shutting down')).toMatchObject({
      code: 'connection-closed',
      detail: 'shutting down',
    });
    expect(closed('系统繁忙，请稍后再试')).toMatchObject({ code: 'server-busy' });
  });

  it('survives what is no error', () => {
    expect(connectionProblem('h', undefined)).toEqual({
      code: 'connection-closed',
      subject: 'h',
      detail: null,
    });
  });
});

describe('asksToWait', () => {
  it.each([
    ['system busy', null],
    ['Too many connections from your IP', null],
    ['LOGIN failed, please try again later', null],
    ['Service temporarily unavailable', null],
    ['Too many login attempts, try later', null],
    ['请求过于频繁', null],
    ['Temporary authentication failure.', 'UNAVAILABLE'],
    ['', 'LIMIT'],
  ])('"%s" [%s] asks to come back', (text, code) => expect(asksToWait(text, code)).toBe(true));

  it.each([
    ['LOGIN failed', null],
    ['Too many wrong passwords', null],
    ['Authentication failed, try again', null],
    ['密码错误，请稍后再试', null],
    ['account busy', 'AUTHENTICATIONFAILED'],
    ['invalid command or parameters', null],
  ])('"%s" [%s] is a refusal', (text, code) => expect(asksToWait(text, code)).toBe(false));
});

describe('refusals', () => {
  it('keep the server’s words with their code', () => {
    const refusal = { status: 'NO', code: 'AUTHENTICATIONFAILED', text: 'Wrong.' } as const;
    expect(refusalProblem('login-refused', 'h', refusal)).toEqual({
      code: 'login-refused',
      subject: 'h',
      detail: '[AUTHENTICATIONFAILED] Wrong.',
    });
    const silent = { status: 'NO', code: null, text: '' } as const;
    expect(refusalProblem('login-refused', 'h', silent).detail).toBeNull();
  });

  it('cannot rewrite a terminal, turn a sentence or grow without end', () => {
    expect(readable('a\u001b[2Jb\u202ec')).toBe('a [2Jb c');
    expect(readable('x'.repeat(5_000))).toHaveLength(1_000);
  });
});
