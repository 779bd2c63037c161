import type { i18n } from 'i18next';
import { connectImap, type ConnectOptions } from '../mailbox/imap/connect.ts';
import type { ConnectStep } from '../mailbox/imap/steps.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { sampleAddress } from '../mailbox/sample/index.ts';
import { lostDocument } from '../report/lost-document.ts';
import { basisOfScan, machineZone, unreadBasis } from '../report/scan-document.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import { freshSampleAccount, scanSample } from '../scan/sample.ts';
import { scan, type ScanOutcome, type ScanProgress } from '../scan/scan.ts';
import { dataFolder, databaseFile, sampleDatabaseFile } from '../store/data-folder.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { storeProblem, type Store } from '../store/store.ts';
import { likelyLines, stepLines } from './connection-lines.ts';
import { exitStatus, statusFor } from './exit-status.ts';
import { openDatabase, tellStoreProblem } from './open-database.ts';
import { importCommand } from './import.ts';
import { readPassword } from './password-input.ts';
import { inJson, printDocument } from './print-document.ts';
import {
  chooseHost,
  chooseProxy,
  parseAddress,
  parsePort,
  parseSince,
  readCa,
} from './scan-options.ts';
import type { Terminal } from './terminal.ts';

export interface ScanOptions {
  readonly sample: boolean;
  readonly user: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly folder: readonly string[];
  readonly since: string | undefined;
  readonly ca: string | undefined;
  readonly proxy: string | undefined;
  readonly passwordFile: string | undefined;
  readonly data: string | undefined;
  /** Keeps a damaged database aside and begins a new one. */
  readonly freshDatabase: boolean;
  /** Mail files and logs to add to the account's history instead of a scan. */
  readonly import: readonly string[];
  readonly json: boolean;
}

interface Scanned {
  readonly account: StoredAccount;
  readonly outcome: ScanOutcome;
}

/** Scans a mailbox and prints what the history of it, this scan included, says. */
export async function scanCommand(terminal: Terminal, options: ScanOptions): Promise<number> {
  if (options.sample && options.import.length > 0)
    return refuse(terminal, failed('usage', '--sample --import'));
  const folder = dataFolder(options.data, terminal.env);
  const file = options.sample ? sampleDatabaseFile(folder) : databaseFile(folder);
  if (!options.sample) {
    const address = parseAddress(options.user);
    if (!address.ok) return refuse(terminal, address);
  }
  const opened = await openDatabase(terminal, file, options.freshDatabase);
  if (!opened.ok) {
    const status = refuse(terminal, opened);
    if (options.json && isPartial(status))
      await printUnread(terminal, options, null, opened.problem);
    return status;
  }
  const store = opened.value;
  const way: Way = { failedAt: null };
  try {
    if (options.import.length > 0)
      return await importCommand(terminal, { ...options, paths: options.import }, store);
    const scanned = options.sample
      ? await sampleScan(terminal, store)
      : await liveScan(terminal, options, store, way);
    if (!scanned.ok) {
      const status = refuse(terminal, scanned, way);
      if (options.json && isPartial(status))
        await printUnread(terminal, options, store, scanned.problem);
      return status;
    }
    return await report(terminal, options, file, store, scanned.value);
  } finally {
    store.close();
  }
}

const isPartial = (status: number): boolean =>
  status === exitStatus.stopped || status === exitStatus.interrupted;

/** The partial document of a scan that ended before it had read anything: what the history holds, if it opens. */
async function printUnread(
  terminal: Terminal,
  options: ScanOptions,
  store: Store | null,
  { code }: Problem,
): Promise<void> {
  const address = parseAddress(options.user);
  const known = { address: address.ok ? address.value : sampleAddress, host: options.host ?? '' };
  const why = code === 'interrupted' ? 'cancelled' : 'problem';
  const basis = unreadBasis({ code: why, subject: code, count: null });
  if (store) await printDocument(terminal, true, store, accountNamed(store, known, options), basis);
  else await terminal.write(inJson(lostDocument(known, basis, terminal)));
}

/** The account as the database has it; one that it does not have has no history. */
const accountNamed = (
  store: Store,
  { address, host }: Pick<StoredAccount, 'address' | 'host'>,
  options: Pick<ScanOptions, 'host' | 'sample'>,
): StoredAccount =>
  store.accounts
    .list()
    .find(
      (one) => one.address === address && (options.host === undefined || one.host === host),
    ) ?? {
    ...{ id: 0, address, host, port: 993, sample: options.sample, ca: null },
  };

/** Where a connection failed, for what the failure may mean. */
interface Way {
  failedAt: ConnectStep['name'] | null;
}

function refuse(
  terminal: Terminal,
  result: Extract<Result<never>, { ok: false }>,
  { failedAt }: Way = { failedAt: null },
): number {
  tellStoreProblem(terminal, result.problem);
  for (const line of likelyLines(result.problem, failedAt, terminal.text)) terminal.tell(line);
  return statusFor(result.problem.code);
}

async function sampleScan(terminal: Terminal, store: Store): Promise<Result<Scanned>> {
  const account = freshSampleAccount(store);
  const { signal, clock } = terminal;
  const scanned = await scanSample({
    store,
    account,
    signal,
    clock,
    onProgress: progressTeller(terminal),
  });
  return scanned.ok ? ok({ account, outcome: scanned.value }) : scanned;
}

async function liveScan(
  terminal: Terminal,
  options: ScanOptions,
  store: Store,
  way: Way,
): Promise<Result<Scanned>> {
  const { signal, clock } = terminal;
  const address = parseAddress(options.user);
  if (!address.ok) return address;
  const port = parsePort(options.port);
  if (!port.ok) return port;
  const since = parseSince(options.since, terminal.timeZone ?? machineZone(), clock());
  if (!since.ok) return since;
  const ca = await readCa(options.ca);
  if (!ca.ok) return ca;
  const host = await chooseHost(options.host, address.value);
  if (!host.ok) return host;
  const proxy = chooseProxy(options.proxy, terminal.env, host.value, port.value);
  if (!proxy.ok) return proxy;
  const password = await readPassword(terminal, options.passwordFile, address.value);
  if (!password.ok) return password;
  if (signal.aborted) return failed('interrupted');

  const server: ConnectOptions = {
    host: host.value,
    port: port.value,
    user: address.value,
    password: password.value,
    ...(ca.value === null ? {} : { ca: ca.value }),
    proxy: proxy.value,
    signal,
  };
  const connected = await connectAloud(terminal, way, server);
  if (!connected.ok) return connected;
  const account = store.accounts.save({
    address: address.value,
    host: host.value,
    port: port.value,
    sample: false,
    ca: ca.value,
  });
  const reconnect = () => connectImap(server);
  const scanned = await scan({
    ...{ mailbox: connected.value, reconnect, store, account, signal, clock },
    since: since.value,
    folders: options.folder,
    onProgress: progressTeller(terminal),
  });
  return scanned.ok ? ok({ account, outcome: scanned.value }) : scanned;
}

/** Where the connection fails, every step that was taken is told, and after the problem what it may mean. */
async function connectAloud(
  terminal: Terminal,
  way: Way,
  options: ConnectOptions,
): Promise<Result<Mailbox>> {
  let steps: readonly ConnectStep[] = [];
  const connected = await connectImap({ ...options, onStep: (now) => (steps = now) });
  if (connected.ok || connected.problem.code === 'interrupted') return connected;
  way.failedAt = steps.find(({ state }) => state === 'failed')?.name ?? null;
  const server = `${options.host}:${options.port}`;
  for (const line of stepLines(steps, server, terminal.text)) terminal.tell(line);
  return connected;
}

/** One line on a terminal that is written over; nothing where standard error is a file. */
function progressTeller(terminal: Terminal): (progress: ScanProgress) => void {
  if (!terminal.stderrIsTerminal) return () => undefined;
  return ({ phase, folder, swept, total, notices, remainingMs }) => {
    const line = terminal.text.t(`command:progress.${phase}`, { folder, swept, total, notices });
    const left = remainingMs === null ? '' : ` · ${timeLeft(remainingMs, terminal.text)}`;
    terminal.tell(`${line}${left}`);
  };
}

/** Rounded as far as an estimate can be meant. */
function timeLeft(remainingMs: number, text: i18n): string {
  const minutes = Math.round(remainingMs / 60_000);
  if (minutes < 1) return text.t('command:progress.left.soon');
  if (minutes < 60) return text.t('command:progress.left.minutes', { count: minutes });
  return text.t('command:progress.left.hours', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}

async function report(
  terminal: Terminal,
  { json }: ScanOptions,
  file: string,
  store: Store,
  { account, outcome }: Scanned,
): Promise<number> {
  try {
    // A scan that could not even be recorded must not leave the last one's word standing.
    const cut = outcome.status === 'cancelled' || outcome.problem !== null;
    const basis = { ...basisOfScan(outcome.record), cut };
    await printDocument(terminal, json, store, account, basis);
  } catch (error) {
    const lost = storeProblem(error, file);
    if (lost.problem.code === 'internal') throw error;
    const basis = basisOfScan(outcome.record);
    if (json) await terminal.write(inJson(lostDocument(account, basis, terminal)));
    tellStoreProblem(terminal, outcome.problem ?? lost.problem);
    return outcome.status === 'cancelled' ? exitStatus.interrupted : exitStatus.stopped;
  }
  if (outcome.problem) tellStoreProblem(terminal, outcome.problem);
  if (outcome.status === 'cancelled') return exitStatus.interrupted;
  return outcome.problem ? exitStatus.stopped : exitStatus.done;
}
