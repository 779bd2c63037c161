import { assertNever, type ProblemCode } from '../result.ts';

/** Exit statuses of the command line: a public promise. */
export const exitStatus = {
  done: 0,
  usage: 2,
  unreachable: 3,
  loginRefused: 4,
  stopped: 5,
  someFailed: 6,
  interrupted: 130,
} as const;

/** What a command that could not do its work at all ends with. */
export function statusFor(code: ProblemCode): number {
  switch (code) {
    case 'usage':
    case 'file-not-found':
    case 'file-unreadable':
    case 'folder-missing':
    case 'site-unknown':
    case 'store-unwritable':
    case 'accounts-unusable':
    case 'accounts-password-column':
    case 'accounts-row':
    case 'no-password':
    case 'password-needed':
    case 'not-scanned':
    case 'output-unwritable':
      return exitStatus.usage;
    case 'host-not-found':
    case 'connection-refused':
    case 'connection-timeout':
    case 'network-unreachable':
    case 'certificate-untrusted':
    case 'certificate-wrong-host':
    case 'certificate-expired':
    case 'tls-failed':
    case 'proxy-unreachable':
    case 'proxy-login':
    case 'proxy-refused':
    case 'proxy-no-way':
    case 'not-imap':
    case 'server-busy':
    case 'remote-not-allowed':
    case 'connection-closed':
      // Before anything was read: afterwards a scan reports itself as stopped half-way.
      return exitStatus.unreachable;
    case 'login-refused':
      return exitStatus.loginRefused;
    case 'interrupted':
      return exitStatus.interrupted;
    case 'folder-refused':
    case 'server-refused':
    case 'store-locked':
    case 'store-damaged':
    case 'store-newer':
    case 'disk-full':
    case 'disk-failed':
    case 'settings-unwritten':
    case 'file-unwritable':
    case 'message-gone':
    case 'message-too-large':
    case 'internal':
      return exitStatus.stopped;
    default:
      return assertNever(code);
  }
}
