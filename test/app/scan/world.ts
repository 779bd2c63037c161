import { standing, type Standing } from '../../../app/scan/overview.ts';
import { scan, type ScanOutcome, type ScanRequest } from '../../../app/scan/scan.ts';
import type { StoredAccount } from '../../../app/store/accounts.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { ordinary, sentMail, throttleNotice } from './mails.ts';
import { MemoryMailbox } from './memory-mailbox.ts';

export const minute = 60_000;
export const day = 86_400_000;
export const now = new Date('2026-03-10T12:00:00Z');
export const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);

/** 300 messages, newest first in their UIDs' order; every tenth is a throttle notice. */
export const mailbox = (): MemoryMailbox =>
  new MemoryMailbox({
    INBOX: {
      role: 'inbox',
      uidValidity: 2,
      messages: Array.from({ length: 300 }, (_, index) => {
        const uid = index + 1;
        const at = ago((301 - uid) * 90 * minute);
        return uid % 10 === 0 ? throttleNotice(uid, at) : ordinary(uid, at);
      }),
    },
    垃圾邮件: { role: 'junk', uidValidity: 2, messages: [] },
    已发送: { role: 'sent', uidValidity: 2, messages: [sentMail(1, ago(day), 3)] },
    Archive: { role: 'other', uidValidity: 2, messages: [] },
  });

/** A database in memory with one account, and scans of it. */
export class World {
  readonly store: Store;
  readonly account: StoredAccount;
  /** Pauses that scans asked for; none is waited for. */
  readonly pauses: number[] = [];

  constructor(store: Store) {
    this.store = store;
    this.account = store.accounts.save({
      address: 'owner@example.com',
      host: 'imap.example.com',
      port: 993,
      sample: false,
      ca: null,
    });
  }

  request(box: MemoryMailbox, more: Partial<ScanRequest> = {}): ScanRequest {
    return {
      mailbox: box.reopen(),
      reconnect: null,
      store: this.store,
      account: this.account,
      since: ago(90 * day),
      folders: [],
      signal: new AbortController().signal,
      clock: () => now,
      onProgress: () => undefined,
      wait: (milliseconds) => {
        this.pauses.push(milliseconds);
        return Promise.resolve();
      },
      ...more,
    };
  }

  async run(box: MemoryMailbox, more: Partial<ScanRequest> = {}): Promise<ScanOutcome> {
    const scanned = await scan(this.request(box, more));
    if (!scanned.ok) throw new Error(scanned.problem.code);
    return scanned.value;
  }

  /** What is known after the last scan. */
  standing(): Standing {
    const since = this.store.scans.last(this.account.id)?.since ?? null;
    return standing(this.store, this.account.id, {
      ...{ now: now.getTime(), since },
      offsetAt: () => 0,
    });
  }

  /** What all scans together have found. */
  found() {
    const { totals, episodes } = this.standing();
    return { totals, episodes };
  }

  sent(): number {
    return this.store.sent.columns(this.account.id).at.length;
  }

  /** UIDs of the notices that are marked as gone. */
  expunged(): number[] {
    const all = [...this.store.notices.list(this.account.id, null)];
    return all.filter(({ expunged }) => expunged).map(({ uid }) => uid);
  }
}

export async function newWorld(): Promise<World> {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  return new World(opened.value);
}
