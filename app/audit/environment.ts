import type { ConnectOptions } from '../mailbox/imap/connect.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { StrengthEstimator } from '../password/strength.ts';
import type { AuditEntry } from '../report/audit/document.ts';
import type { DocumentContext } from '../report/scan-document.ts';
import type { Result } from '../result.ts';
import type { Store } from '../store/store.ts';

/** What auditing an account needs of the world; tests put in what they need. */
export interface AuditEnvironment {
  readonly store: Store;
  readonly text: DocumentContext['text'];
  /** An IANA name; null: the machine's. */
  readonly timeZone: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** Messages that arrived before this are not read; null: all are. */
  readonly since: Date | null;
  /** A private certification authority, PEM. */
  readonly ca: string | null;
  readonly connect: (options: ConnectOptions) => Promise<Result<Mailbox>>;
  /** The host of the site that an address points to; null when nothing does. */
  readonly findHost: (address: string) => Promise<string | null>;
  readonly strength: () => Promise<StrengthEstimator>;
  /** Where an account's raw notices go, and the name by which the report calls that file. */
  readonly evidence: (account: string) => { readonly path: string; readonly reportedAs: string };
}

/** One account of an audit, wherever its mail is. */
export interface AuditSource {
  /** Its address, lower-cased; of a folder that is called otherwise, its name. */
  readonly account: string;
  /** Whether a login that was refused at `triedAt` may be tried once more, as its password is another one since. */
  readonly mayTryAgain: (triedAt: number) => Promise<boolean>;
  /** Null when the audit was interrupted: the account stays to be done. Throws what the file system throws. */
  readonly read: (environment: AuditEnvironment) => Promise<AuditEntry | null>;
}

/** Asked anew each time: a signal changes while one waits, which a property's type does not tell. */
export const isStopped = ({ aborted }: AbortSignal): boolean => aborted;

export const documentContext = ({ text, timeZone, clock }: AuditEnvironment): DocumentContext => ({
  text,
  timeZone,
  now: clock().getTime(),
});
