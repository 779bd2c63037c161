import { defaultSettings } from '../../../app/api/contract.ts';
import type { Context } from '../../../app/api/context.ts';
import { auditRunner } from '../../../app/api/audit-runner.ts';
import { redactor } from '../../../app/report/audit/redact.ts';
import { scanRunner } from '../../../app/api/scan-runner.ts';
import type { EventBody, ScanStatus, WatchStatus } from '../../../app/api/contract.ts';
import { accountWatches } from '../../../app/api/watches.ts';
import type { Mailbox } from '../../../app/mailbox/mailbox.ts';
import { openSample } from '../../../app/mailbox/sample/index.ts';
import { ok, type Result } from '../../../app/result.ts';
import type { SafeStorage } from '../../../app/secrets/keyring.ts';
import { recallOf } from '../../../app/secrets/recall.ts';
import { RememberedPasswords } from '../../../app/secrets/remembered-passwords.ts';
import { SessionPasswords } from '../../../app/secrets/session-passwords.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { createText } from '../../../app/text/text.ts';

export interface TestContext extends Context {
  readonly store: { ok: true; value: Store };
  /** What `connect` was asked, in order. */
  readonly logins: Parameters<Context['connect']>[0][];
  readonly told: ScanStatus[];
  readonly bugs: unknown[];
  readonly steps: EventBody<'connect:steps'>[];
  readonly watched: WatchStatus[];
}

export const now = new Date('2026-03-02T08:00:00Z');

const noKeyring: SafeStorage = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
};

/** The real handlers' world with a database in memory; the server at the other end is the sample's mailbox. */
export async function testContext(
  change: Partial<Context> = {},
  answer: () => Promise<Result<Mailbox>> = () => Promise.resolve(ok(openSample(now))),
): Promise<TestContext> {
  const store = await openStore(':memory:');
  if (!store.ok) throw new Error(store.problem.code);
  const logins: TestContext['logins'] = [];
  const told: ScanStatus[] = [];
  const bugs: unknown[] = [];
  const steps: TestContext['steps'] = [];
  const watched: WatchStatus[] = [];
  const connect: Context['connect'] = (options) => {
    logins.push(options);
    return answer();
  };
  const remembered =
    change.remembered ?? new RememberedPasswords('/nowhere/passwords.json', noKeyring, () => now);
  const reach = {
    store,
    database: {
      file: '/data/sendwell.db',
      reopen: () => Promise.resolve(ok(null)),
      startAfresh: () => Promise.resolve(ok({ keptAs: '/data/sendwell.damaged.db' })),
      giveUp: () => undefined,
    },
    passwords: new SessionPasswords(recallOf(() => store.value.accounts, remembered)),
    proxyPasswords: new SessionPasswords(),
    remembered,
    scans: scanRunner(
      (status) => told.push(status),
      (error) => bugs.push(error),
    ),
    clock: () => now,
    connect,
    systemProxy: () => Promise.resolve(null),
    fallbackRuntime: false,
    ...change,
  };
  return {
    ...reach,
    logins,
    told,
    bugs,
    steps,
    watched,
    watches: accountWatches(
      reach,
      (status) => watched.push(status),
      (error) => bugs.push(error),
    ),
    tellSteps: (body) => steps.push(body),
    text: createText('en'),
    versions: { version: '0.0.0', electron: '45.0.0', chrome: '150.0' },
    dataFolder: '/data',
    findSite: () => Promise.resolve({ site: null, evidence: 'none' }),
    chooseCa: () => Promise.resolve(null),
    chooseMailFiles: () => Promise.resolve([]),
    stopped: new AbortController().signal,
    audits: auditRunner(() => undefined),
    chooseReportFolder: () => Promise.resolve(null),
    printPdf: () => Promise.resolve(false),
    redactor: () => redactor('key'),
    showLog: () => undefined,
    zoom: () => undefined,
    openLink: () => Promise.resolve(),
    saveExport: () => Promise.resolve(ok(null)),
    settings: { current: defaultSettings, trouble: null, change: () => ok(defaultSettings) },
    data: {
      bytes: () => ({ database: 4096, aside: 0, logs: 100, settings: 10, window: 0 }),
      showFolder: () => undefined,
      export: () => Promise.resolve(ok(null)),
      deleteEverything: () => Promise.resolve(),
    },
    abilities: () => Promise.resolve({ closeToTray: null, startAtLogin: null, notify: null }),
    openWebmail: () => Promise.resolve('opened'),
    guardClipboard: () => undefined,
    clearClipboard: () => Promise.resolve(),
    takeEpisode: () => null,
    takeOpenedFiles: () => [],
    licences: () => Promise.resolve([]),
    ...change,
  } as TestContext;
}
