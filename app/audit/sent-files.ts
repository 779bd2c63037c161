import { countRecipients, headerField, messageId, parseDate } from '../bounce/index.ts';
import type { FileItem } from '../mailbox/files/index.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';

/** As much as a sweep over IMAP would take. */
const mostHeaderBytes = 64 * 1024;
/** Messages stored in one transaction: a commit costs more than reading a message. */
const batchSize = 200;

/** Takes from exported mail what the account itself sent, for its pace: time and number of recipients only. */
export class SentFiles {
  readonly #store: Store;
  readonly #account: StoredAccount;
  readonly #now: number;
  #batch: (() => void)[] = [];
  #folderId: number | null = null;
  #count = 0;
  /** Of all messages that passed. */
  bytes = 0;

  constructor(store: Store, account: StoredAccount, now: number) {
    this.#store = store;
    this.#account = account;
    this.#now = now;
  }

  /** Hands the items on as they are. */
  async *watch(items: AsyncIterable<FileItem>): AsyncIterable<FileItem> {
    for await (const item of items) {
      if (item.kind === 'message') this.#take(item.raw);
      yield item;
    }
  }

  /** Sent counts as read only where something of it was there: an export of the Inbox alone says nothing of pace. */
  finish(): void {
    this.#flush();
    if (this.#folderId !== null)
      this.#store.folders.setCompletion(this.#folderId, { since: null, belowUid: this.#count + 1 });
  }

  #take(raw: Uint8Array): void {
    this.bytes += raw.length;
    const head = raw.subarray(0, mostHeaderBytes);
    const from = (headerField(head, 'from') ?? '').toLowerCase();
    const date = headerField(head, 'date');
    const at = date === null ? null : (parseDate(date)?.epochMs ?? null);
    if (at === null || at > this.#now || !from.includes(this.#account.address)) return;
    this.#count += 1;
    const folderId = (this.#folderId ??= this.#store.folders.open({
      ...{ accountId: this.#account.id, path: 'Sent', uidValidity: 1, role: 'sent', messages: 0 },
    }));
    const mail = {
      ...{ accountId: this.#account.id, folderId, uid: this.#count, at, receivedAt: at },
      messageId: messageId(head),
      recipients: countRecipients(head),
    };
    this.#batch.push(() => this.#store.sent.add(mail));
    if (this.#batch.length >= batchSize) this.#flush();
  }

  #flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#store.transaction(() => {
      for (const each of batch) each();
    });
  }
}
