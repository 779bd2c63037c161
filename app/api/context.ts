import type { i18n } from 'i18next';
import type { ConnectOptions } from '../mailbox/imap/connect.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { FoundSite } from '../mailbox/find-site.ts';
import type { SiteId } from '../mailbox/sites.ts';
import { failed, type Problem, type Result } from '../result.ts';
import type { RememberedPasswords } from '../secrets/remembered-passwords.ts';
import type { SessionPasswords } from '../secrets/session-passwords.ts';
import type { StoreKeeper } from '../store/keeper.ts';
import { isReplaceable, storeProblem } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import type { PrintPdf } from '../report/audit/write-report.ts';
import type { Redactor } from '../report/audit/redact.ts';
import type { AuditRunner } from './audit-runner.ts';
import type {
  Abilities,
  Answer,
  Argument,
  DataKind,
  EventBody,
  SavedKind,
  Settings,
  SettingsChange,
  SettingsTrouble,
} from './contract.ts';
import type { Proxy } from '../mailbox/proxy.ts';
import type { ScanRunner } from './scan-runner.ts';
import type { Watches } from './watches.ts';

/** What a save dialog is shown for; the name is a proposal. */
export interface SavedFile {
  readonly name: string;
  readonly kind: SavedKind;
  readonly bytes: Uint8Array;
}

/** What handlers work with; main puts it together, tests put in what they need. */
export interface Context {
  /** As it is now: the database may be damaged later, or opened at a second try. Ask for it each time. */
  readonly store: Result<Store>;
  readonly database: Pick<StoreKeeper, 'file' | 'reopen' | 'startAfresh' | 'giveUp'>;
  readonly passwords: SessionPasswords;
  /** A proxy's own, by account; for this session like the mailbox's. */
  readonly proxyPasswords: SessionPasswords;
  readonly remembered: RememberedPasswords;
  readonly scans: ScanRunner;
  readonly watches: Watches;
  readonly clock: () => Date;
  readonly text: i18n;
  readonly versions: Pick<Answer<'app:info'>, 'version' | 'electron' | 'chrome'>;
  readonly fallbackRuntime: boolean;
  readonly dataFolder: string;
  readonly connect: (options: ConnectOptions) => Promise<Result<Mailbox>>;
  readonly findSite: (address: string) => Promise<FoundSite>;
  /** Shows a file dialog; null when no certification authority was chosen. */
  readonly chooseCa: () => Promise<{ readonly name: string; readonly pem: string } | null>;
  /** What the system says how to reach this host; null: directly. */
  readonly systemProxy: (host: string, port: number) => Promise<Proxy | null>;
  readonly tellSteps: (body: EventBody<'connect:steps'>) => void;
  /** Shows a file dialog; empty when nothing was chosen. */
  readonly chooseMailFiles: (kind: 'files' | 'folder') => Promise<string[]>;
  /** Ends what reads files when the app quits. */
  readonly stopped: AbortSignal;
  /** Shows a save dialog and writes there; null when it was cancelled. */
  readonly saveExport: (what: SavedFile) => Promise<Result<string | null>>;
  /** What is chosen for the whole app; a change is written down and told to the window. */
  readonly settings: {
    readonly current: Settings;
    readonly trouble: SettingsTrouble | null;
    /** Fails with 'settings-unwritten': then it holds until the app ends. */
    change(change: SettingsChange): Result<Settings>;
  };
  /** What this system cannot do. */
  readonly abilities: () => Promise<Abilities>;
  /** All that is kept on this computer. */
  readonly data: {
    readonly bytes: () => Readonly<Record<DataKind, number>>;
    readonly showFolder: () => void;
    /** Shows a save dialog and writes there; null when it was cancelled. */
    readonly export: (store: Store) => Promise<Result<string | null>>;
    /** Starts the app again when it is done. */
    readonly deleteEverything: () => Promise<void>;
  };
  readonly audits: AuditRunner;
  /** Shows a folder dialog; null when none was chosen. */
  readonly chooseReportFolder: () => Promise<string | null>;
  readonly printPdf: PrintPdf;
  /** The pseudonyms of this data folder. */
  readonly redactor: () => Redactor;
  /** What was clicked in a notification and waits for the window; given once. */
  readonly takeEpisode: () => Answer<'episode:take'>;
  /** Mail files that were opened with the app and wait for the window; each is given once. */
  readonly takeOpenedFiles: () => string[];
  readonly licences: () => Promise<Answer<'app:licences'>>;
  /** Shows the log in the system's file manager. */
  readonly showLog: () => void;
  readonly zoom: (step: Argument<'app:zoom'>) => void;
  readonly openLink: (link: Argument<'link:open'>['link']) => Promise<void>;
  readonly openWebmail: (site: SiteId) => Promise<Answer<'password:open-webmail'>>;
  /** Clears the clipboard after a while if it holds this secret then. */
  readonly guardClipboard: (secret: Argument<'password:copied'>) => void;
  /** Before the app ends: a password of ours does not stay there. */
  readonly clearClipboard: () => Promise<void>;
}

/** Runs a question against the store; a store that is not there, or fails, is an expected problem. */
export async function withStore<T>(
  context: Context,
  question: (store: Store) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const { store } = context;
  if (!store.ok) return store;
  try {
    return await question(store.value);
  } catch (error) {
    const { ok, problem } = storeProblem(error, context.database.file);
    // Anything that SQLite or the disk did not say is a bug of ours.
    if (problem.code === 'internal') throw error;
    giveUpDamaged(context, problem);
    return { ok, problem };
  }
}

/** After damage nothing in the file can be trusted: work on it stops, and the window offers a fresh start. */
export function giveUpDamaged(
  { scans, watches, database }: Pick<Context, 'scans' | 'watches' | 'database'>,
  problem: Problem,
): void {
  if (!isReplaceable(problem.code)) return;
  void watches.stopAll();
  void scans.cancelAll();
  database.giveUp(problem);
}

/** The window asked for an account or a notice that is gone. */
export const gone = (): { ok: false; problem: Problem } => failed('internal', null, 'not there');
