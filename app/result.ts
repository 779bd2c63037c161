/**
 * Expected failures are values, exceptions are bugs. A problem carries a code that the text room turns
 * into a sentence in the reader's language, and what the other side said, verbatim.
 */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const problemCodes = [
  'usage',
  'file-not-found',
  'file-unreadable',
  'file-unwritable',
  'host-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-closed',
  'network-unreachable',
  'certificate-untrusted',
  'certificate-wrong-host',
  'certificate-expired',
  'tls-failed',
  'proxy-unreachable',
  'proxy-login',
  'proxy-refused',
  'proxy-no-way',
  'not-imap',
  'login-refused',
  'server-busy',
  'folder-missing',
  'folder-refused',
  'server-refused',
  'site-unknown',
  'remote-not-allowed',
  'accounts-unusable',
  'accounts-password-column',
  'accounts-row',
  'no-password',
  'password-needed',
  'message-gone',
  'message-too-large',
  'not-scanned',
  'output-unwritable',
  'store-locked',
  'store-damaged',
  'store-newer',
  'store-unwritable',
  'disk-full',
  'disk-failed',
  'settings-unwritten',
  'interrupted',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** What the problem is about: a host name, a path, a folder. Never a secret. */
  readonly subject: string | null;
  /** The server's or the system's own words, verbatim, at most 1,000 characters. */
  readonly detail: string | null;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = (
  code: ProblemCode,
  subject: string | null = null,
  detail: string | null = null,
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, subject, detail: detail === null ? null : detail.slice(0, 1000) },
});

/** Makes the compiler prove that a switch names every case. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
