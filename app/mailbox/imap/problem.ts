import type { ImapFlowError } from 'imapflow';
import { failed, type Problem, type ProblemCode } from '../../result.ts';
import { asksToWait, readable, wordsOf, type Refusal } from './refusal.ts';
import { responseCode } from './wire.ts';

const systemCodes = new Map<string, ProblemCode>(
  Object.entries({
    ENOTFOUND: 'host-not-found',
    ENODATA: 'host-not-found',
    EAI_NODATA: 'host-not-found',
    EAI_NONAME: 'host-not-found',
    // Offline, or the name server is silent: the name led nowhere all the same.
    EAI_AGAIN: 'host-not-found',
    ENETUNREACH: 'network-unreachable',
    EHOSTUNREACH: 'network-unreachable',
    ENETDOWN: 'network-unreachable',
    EADDRNOTAVAIL: 'network-unreachable',
    ECONNREFUSED: 'connection-refused',
    ETIMEDOUT: 'connection-timeout',
    CONNECT_TIMEOUT: 'connection-timeout',
    GREETING_TIMEOUT: 'connection-timeout',
    ETIMEOUT: 'connection-timeout',
    ECONNRESET: 'connection-closed',
    EPIPE: 'connection-closed',
    ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-host',
    HOSTNAME_MISMATCH: 'certificate-wrong-host',
    CERT_HAS_EXPIRED: 'certificate-expired',
    CERT_NOT_YET_VALID: 'certificate-expired',
    // What breaks a bound of ours, or makes no sense, is an answer that we do not take.
    LineTooLarge: 'server-refused',
    LiteralTooLarge: 'server-refused',
    ResponseTooLarge: 'server-refused',
    TooManyTokens: 'server-refused',
  } satisfies Record<string, ProblemCode>),
);

/** OpenSSL's other reasons not to trust a chain, by the beginnings of their names. */
const untrusted =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|INVALID_(CA|PURPOSE)|PATH_LENGTH_|ERROR_IN_CERT_)/;
const tlsFailure = /^(ERR_SSL_|ERR_TLS_|EPROTO)/;

export const asImapError = (error: unknown): ImapFlowError =>
  error instanceof Error ? error : new Error(String(error));

/** NO and BAD as the server's refusal; null for every other failure. */
export function refusalOf(error: ImapFlowError): Refusal | null {
  const status = error.responseStatus;
  if (status !== 'NO' && status !== 'BAD') return null;
  const code = error.serverResponseCode ?? responseCode(error.response);
  return { status, code, text: error.responseText ?? '' };
}

/** The problem of a connection that failed or ended, from what Node, OpenSSL or imapflow call it. */
export function connectionProblem(subject: string, thrown: unknown): Problem {
  const error = asImapError(thrown);
  const code = error.code ?? '';
  const known = systemCodes.get(code);
  if (known) return problem(known, subject, systemWords(error));
  if (untrusted.test(code)) return problem('certificate-untrusted', subject, systemWords(error));
  if (tlsFailure.test(code)) return problem('tls-failed', subject, systemWords(error));
  return closedProblem(subject, error.reason ?? null);
}

/** The server ended the connection; `reason` is what its BYE said. */
export function closedProblem(subject: string, reason: string | null): Problem {
  const words = reason === null ? '' : readable(reason);
  const code = asksToWait(words, null) ? 'server-busy' : 'connection-closed';
  return problem(code, subject, words || null);
}

export const problem = (
  code: ProblemCode,
  subject: string | null,
  detail: string | null = null,
): Problem => failed(code, subject, detail).problem;

export const refusalProblem = (code: ProblemCode, subject: string, refusal: Refusal): Problem => {
  const words = wordsOf(refusal);
  return problem(asksToWait(refusal.text, refusal.code) ? 'server-busy' : code, subject, words);
};

/** OpenSSL's messages begin with addresses and line numbers; `reason` is the sentence in them. */
function systemWords(error: ImapFlowError): string {
  const isOpenSsl = /:SSL routines:/.test(error.message);
  return readable(isOpenSsl && error.reason ? error.reason : error.message);
}
