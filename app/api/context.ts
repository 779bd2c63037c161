import type { i18n } from 'i18next';
import type { ConnectOptions } from '../mailbox/imap/connect.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { FoundSite } from '../mailbox/find-site.ts';
import type { SiteId } from '../mailbox/sites.ts';
import { failed, type Problem, type Result } from '../result.ts';
import type { RememberedPasswords } from '../secrets/remembered-passwords.ts';
import type { SessionPasswords } from '../secrets/session-passwords.ts';
import { storeProblem, type Store } from '../store/store.ts';
import type { Language } from '../text/text.ts';
import type { Answer, Argument } from './contract.ts';
import type { ScanRunner } from './scan-runner.ts';

/** What handlers work with; main puts it together, tests put in what they need. */
export interface Context {
  /** Or why the database could not be opened: the window says so and stays usable. */
  readonly store: Result<Store>;
  readonly passwords: SessionPasswords;
  readonly remembered: RememberedPasswords;
  readonly scans: ScanRunner;
  readonly clock: () => Date;
  readonly text: i18n;
  readonly versions: Pick<Answer<'app:info'>, 'version' | 'electron' | 'chrome'>;
  readonly fallbackRuntime: boolean;
  readonly dataFolder: string;
  readonly connect: (options: ConnectOptions) => Promise<Result<Mailbox>>;
  readonly findSite: (address: string) => Promise<FoundSite>;
  readonly setLanguage: (language: Language) => void;
  /** Shows a file dialog; null when no certification authority was chosen. */
  readonly chooseCa: () => Promise<{ readonly name: string; readonly pem: string } | null>;
  readonly openLink: (link: Argument<'link:open'>['link']) => Promise<void>;
  readonly openWebmail: (site: SiteId) => Promise<Answer<'password:open-webmail'>>;
  /** Clears the clipboard after a while if it holds this secret then. */
  readonly guardClipboard: (secret: Argument<'password:copied'>) => void;
  /** Before the app ends: a password of ours does not stay there. */
  readonly clearClipboard: () => Promise<void>;
}

/** Runs a question against the store; a store that is not there, or fails, is an expected problem. */
export async function withStore<T>(
  { store }: Context,
  question: (store: Store) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  if (!store.ok) return store;
  try {
    return await question(store.value);
  } catch (error) {
    const { ok, problem } = storeProblem(error, 'database');
    // Anything that SQLite did not say is a bug of ours, not of the disk.
    if (problem.code === 'file-unreadable') throw error;
    return { ok, problem };
  }
}

/** The window asked for an account or a notice that is gone. */
export const gone = (): { ok: false; problem: Problem } => failed('internal', null, 'not there');
