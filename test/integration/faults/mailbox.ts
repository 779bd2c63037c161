import { readFileSync } from 'node:fs';
import { connectImap, type Timeouts } from '../../../app/mailbox/imap/connect.ts';
import { basisOfScan, scanDocument, type ScanDocument } from '../../../app/report/scan-document.ts';
import { failed, type ProblemCode, type Result } from '../../../app/result.ts';
import { standing } from '../../../app/scan/overview.ts';
import { scan, type ScanOutcome } from '../../../app/scan/scan.ts';
import type { StoredAccount } from '../../../app/store/accounts.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { createText } from '../../../app/text/text.ts';
import { ordinary, sentMail, throttleNotice } from '../../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import type { Mail } from '../../servers/maildir.ts';
import type { Proxy, ProxyRecord } from '../../servers/proxy.ts';

export const owner = 'owner@example.com';
export const password = 'Correct-Horse-7';
const minute = 60_000;
const day = 24 * 60 * minute;
/** The tests' own clock: a mailbox whose last throttle is twenty days old. */
export const now = new Date('2026-03-02T08:00:00Z');
export const since = new Date(now.getTime() - 90 * day);

/** Small, but with all that a scan meets: notices here and in Junk, one that lies in both, mail in Sent. */
export async function startMailbox(): Promise<Dovecot> {
  const dovecot = await startDovecot({ users: { [owner]: password } });
  const start = now.getTime() - 40 * day;
  const at = (index: number) => new Date(start + index * 400 * minute);
  const throttle = (index: number, date: Date) =>
    throttleNotice(index, date, { code: index % 2 === 0 ? 454 : 554 });
  const mails = (count: number, make: (index: number) => { raw: string }): Mail[] =>
    Array.from({ length: count }, (_, index) => ({ raw: make(index).raw, date: at(index) }));
  dovecot.deliver(
    owner,
    'INBOX',
    mails(70, (index) =>
      index % 9 === 4 ? throttle(index, at(index)) : ordinary(index, at(index)),
    ),
  );
  dovecot.deliver(
    owner,
    '垃圾邮件',
    mails(6, (index) =>
      index === 4
        ? throttle(4, at(4))
        : index === 2
          ? throttleNotice(900, at(index))
          : ordinary(index + 100, at(index)),
    ),
  );
  dovecot.deliver(
    owner,
    '已发送',
    mails(9, (index) => sentMail(index, at(index), 1 + (index % 3))),
  );
  return dovecot;
}

export interface Outcome {
  /** Null: the scan came to its end and everything was read. */
  readonly code: ProblemCode | null;
  readonly complete: boolean;
  readonly state: string;
}

/** One account's history over several scans, as the app keeps it. */
export class History {
  readonly store: Store;
  readonly account: StoredAccount;
  #last: ScanOutcome | null = null;

  private constructor(store: Store) {
    this.store = store;
    this.account = store.accounts.save({
      ...{ address: owner, host: 'localhost', port: 993, sample: false, ca: null },
    });
  }

  static async begin(): Promise<History> {
    const opened = await openStore(':memory:');
    if (!opened.ok) throw new Error(opened.problem.code);
    return new History(opened.value);
  }

  /** @param reconnects false: the scan ends with its connection, as one does whose process was killed */
  async scan(proxy: Proxy, timeouts: Partial<Timeouts> = {}, reconnects = true): Promise<Outcome> {
    const result = await this.#scan(proxy, timeouts, reconnects);
    const { state } = standing(this.store, this.account.id, {
      ...{ now: now.getTime(), since: since.getTime() },
      offsetAt: () => 0,
    });
    if (!result.ok) return { code: result.problem.code, complete: false, state };
    this.#last = result.value;
    const { status, problem } = result.value;
    return { code: problem?.code ?? null, complete: status === 'complete', state };
  }

  async #scan(
    proxy: Proxy,
    timeouts: Partial<Timeouts>,
    reconnects: boolean,
  ): Promise<Result<ScanOutcome>> {
    const connect = () =>
      connectImap({
        ...{ host: 'localhost', port: proxy.port, user: owner, password, timeouts },
        ca: readFileSync(proxy.caFile, 'utf8'),
      });
    const connected = await connect();
    if (!connected.ok) return connected;
    try {
      return await scan({
        ...{ mailbox: connected.value, reconnect: reconnects ? connect : null },
        ...{ store: this.store, account: this.account, since, folders: [] },
        signal: new AbortController().signal,
        clock: () => now,
        onProgress: () => undefined,
        // As many tries as in earnest, without the pauses between them.
        wait: () => Promise.resolve(),
      });
    } catch (error) {
      // Expected failures are values: this one is a bug, and no test expects it.
      return failed('internal', null, error instanceof Error ? (error.stack ?? '') : String(error));
    }
  }

  /** What `scan --json` would print, without what differs from scan to scan: traffic. */
  document(): Omit<ScanDocument, 'traffic'> & { traffic: null } {
    if (this.#last === null) throw new Error('nothing was scanned');
    const context = { text: createText('en'), timeZone: 'UTC', now: now.getTime() };
    const document = scanDocument(
      this.store,
      this.account,
      basisOfScan(this.#last.record),
      context,
    );
    return { ...document, traffic: null };
  }

  end(): void {
    this.store.close();
  }
}

/** How often a password was tried, and how often it was refused. */
export function logins({ commands }: ProxyRecord): { tried: number; refused: number } {
  const tries = commands.filter(({ verb }) => verb === 'LOGIN' || verb === 'AUTHENTICATE');
  return {
    tried: tries.length,
    refused: tries.filter(({ status }) => status === 'NO' || status === 'BAD').length,
  };
}

/** Everything that a broken connection or a broken server may be called; never a bug, never a wrong password. */
export const serverTrouble: readonly ProblemCode[] = [
  'connection-closed',
  'connection-timeout',
  'connection-refused',
  'server-refused',
  'server-busy',
  'folder-refused',
  'not-imap',
  'tls-failed',
];
