import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noOriginal, type Failure, type Notice } from '../../../app/bounce/notice.ts';
import { standing } from '../../../app/scan/overview.ts';
import { isRejection } from '../../../app/store/failure-columns.ts';
import { openStore, type Store } from '../../../app/store/store.ts';

const throttled: Failure = {
  recipient: 'user@dest.example.com',
  action: 'failed',
  category: 'throttle',
  confidence: 'certain',
  replyCode: 554,
  enhancedStatus: null,
  remoteMta: null,
  diagnostic: '554 Reject by behaviour spam',
  throttle: {
    phrase: 'too-frequently',
    permanent: true,
    stage: 'rcpt',
    connectionIp: '203.0.113.9',
    tag: null,
    node: null,
    direction: 'own-account',
  },
};

const noticeOf = (messageId: string | null, ...failures: Partial<Failure>[]): Notice => ({
  isBounce: true,
  forwarded: false,
  bouncedAt: null,
  unreadable: null,
  reportingMta: null,
  original: { ...noOriginal, messageId },
  failures: failures.map((failure) => ({ ...throttled, ...failure })),
});

let store: Store;
let accountId: number;
let folderId: number;
let uid = 0;

const add = (at: number, notice: Notice, more: { key?: string; ours?: boolean } = {}): boolean => {
  uid += 1;
  return store.transaction(() =>
    store.notices.add({
      accountId,
      folderId,
      uid,
      messageKey: more.key ?? `<${uid}@example.com>`,
      receivedAt: at,
      at,
      ours: more.ours ?? true,
      notice,
    }),
  );
};

const rejectionTimes = (): number[] => {
  const { at, flags } = store.rejections.columns(accountId);
  return [...at].filter((_, row) => isRejection(flags[row] ?? 0));
};
const totals = () => standing(store, accountId, { now: 0, since: null, offsetAt: () => 0 }).totals;

beforeEach(async () => {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
  accountId = store.accounts.save({
    address: 'Owner@example.com',
    host: 'imap.example.com',
    port: 993,
    sample: false,
    ca: null,
  }).id;
  folderId = store.folders.open({
    accountId,
    path: 'INBOX',
    uidValidity: 2,
    role: 'inbox',
    messages: 9,
  });
});

afterEach(() => store.close());

describe('counting', () => {
  it('counts a delay warning and its failure once, as the failure', () => {
    add(1000, noticeOf('<a@example.com>', { action: 'delayed', replyCode: 454 }));
    expect(rejectionTimes()).toEqual([1000]);
    add(2000, noticeOf('<a@example.com>', {}));
    expect(rejectionTimes()).toEqual([2000]);
    expect(totals()).toEqual({
      notices: 2,
      failures: 1,
      throttled: 1,
    });
  });

  it('gives the same result whichever of the two is read first', () => {
    add(2000, noticeOf('<a@example.com>', {}));
    add(1000, noticeOf('<a@example.com>', { action: 'delayed' }));
    expect(rejectionTimes()).toEqual([2000]);
  });

  it('keeps the reason of the warning where the final report lost it', () => {
    add(1000, noticeOf('<a@example.com>', { action: 'delayed' }));
    add(2000, noticeOf('<a@example.com>', { category: 'expired', throttle: null }));
    expect(totals()).toMatchObject({ failures: 1, throttled: 1 });
  });

  it('counts each recipient of one mail, and mails without a Message-ID each', () => {
    add(1000, noticeOf('<a@example.com>', {}, { recipient: 'other@dest.example.com' }));
    add(2000, noticeOf(null, {}));
    add(3000, noticeOf(null, {}));
    expect(totals()).toEqual({
      notices: 3,
      failures: 4,
      throttled: 4,
    });
  });

  it('stores a message once that lies in two folders', () => {
    expect(add(1000, noticeOf(null, {}), { key: '<same@example.com>' })).toBe(true);
    expect(add(1000, noticeOf(null, {}), { key: '<same@example.com>' })).toBe(false);
    expect(totals().notices).toBe(1);
  });

  it('never counts what is only possible, nor somebody else’s mail', () => {
    add(1000, noticeOf('<a@example.com>', { confidence: 'possible' }));
    add(2000, noticeOf('<b@example.com>', {}), { ours: false });
    expect(rejectionTimes()).toEqual([]);
    expect(totals()).toEqual({
      notices: 2,
      failures: 1,
      throttled: 0,
    });
  });
});

describe('places', () => {
  const otherFolder = () =>
    store.folders.open({
      ...{ accountId, path: 'Junk', uidValidity: 2 },
      ...{ role: 'junk', messages: 1 },
    });
  const only = () => [...store.notices.list(accountId, null)][0];
  const addTo = (folder: number, at: number) =>
    store.notices.add({
      ...{ accountId, folderId: folder, uid: at, messageKey: 'k', receivedAt: at, at },
      ...{ ours: true, notice: noticeOf('<a@example.com>', {}) },
    });
  const gone = (folder: number, ...uids: readonly number[]) =>
    store.places.setChecked(folder, { messages: 1, uidNext: 9 }, uids, 5000);

  it('of a notice tell whether it was moved or expunged', () => {
    const junk = otherFolder();
    expect([addTo(folderId, 1), addTo(junk, 2)]).toEqual([true, false]);
    gone(folderId, 1);
    expect(only()).toMatchObject({ folder: 'Junk', uid: 2, expunged: false });
    expect([store.notices.countIn(folderId, null), store.notices.countIn(junk, null)]).toEqual([
      0, 1,
    ]);
    gone(junk, 2);
    expect(only()).toMatchObject({ folder: 'Junk', uid: 2, expunged: true });
    expect(store.notices.countIn(junk, null)).toBe(1);
    addTo(folderId, 3);
    expect(only()).toMatchObject({ folder: 'INBOX', uid: 3, expunged: false });
    expect(store.places.checked(junk)).toEqual({ messages: 1, uidNext: 9 });
  });

  it('that are missing after a folder was read anew mark only what lies in the window', () => {
    addTo(folderId, 1000);
    gone(folderId);
    store.folders.open({
      ...{ accountId, path: 'INBOX', uidValidity: 3 },
      ...{ role: 'inbox', messages: 0 },
    });
    expect(store.places.checked(folderId)).toBeNull();
    store.places.markMissing(folderId, 1001, 5000);
    expect(only()?.expunged).toBe(false);
    store.places.markMissing(folderId, null, 5000);
    expect(only()?.expunged).toBe(true);
  });
});

describe('folders', () => {
  const sweep = (...uids: number[]): void => store.folders.addSwept(folderId, uids, []);

  it('joins what was swept into runs, in whatever order it comes', () => {
    sweep(8, 9);
    sweep(5, 6, 12);
    sweep(7);
    sweep(10, 11);
    expect(store.folders.sweptRuns(folderId)).toEqual([[5, 12]]);
    sweep(1, 3);
    expect(store.folders.sweptRuns(folderId)).toEqual([
      [1, 1],
      [3, 3],
      [5, 12],
    ]);
  });

  it('counts what arrived in a window', () => {
    const day = 86_400_000;
    store.folders.addSwept(
      folderId,
      [1, 2],
      [
        { receivedAt: day - 1, candidate: true },
        { receivedAt: day, candidate: true },
      ],
    );
    expect(store.folders.counts(folderId, null)).toEqual({ swept: 2, candidates: 2 });
    expect(store.folders.counts(folderId, day)).toEqual({ swept: 1, candidates: 1 });
  });

  it('tells "all of it was read" from "not complete"', () => {
    expect(store.folders.completion(folderId)).toBeNull();
    store.folders.setCompletion(folderId, { since: null, belowUid: 10 });
    expect(store.folders.completion(folderId)).toEqual({ since: null, belowUid: 10 });
  });

  it('forgets with another UIDVALIDITY all that it knew by UID, and keeps the notices', () => {
    add(1000, noticeOf('<a@example.com>', {}));
    store.folders.addSwept(folderId, [1, 2], [{ receivedAt: 1000, candidate: true }]);
    store.folders.setCompletion(folderId, { since: null, belowUid: 10 });
    store.sent.add({
      ...{ accountId, folderId, uid: 2, messageId: null },
      ...{ at: 1000, receivedAt: 1000, recipients: 1 },
    });
    const again = store.folders.open({
      ...{ accountId, path: 'INBOX', uidValidity: 3 },
      ...{ role: 'inbox', messages: 1 },
    });
    expect(again).toBe(folderId);
    expect(store.folders.sweptRuns(folderId)).toEqual([]);
    expect(store.folders.counts(folderId, null)).toEqual({ swept: 0, candidates: 0 });
    expect(store.folders.completion(folderId)).toBeNull();
    expect(store.places.uids(folderId)).toEqual([]);
    expect(store.sent.columns(accountId).at).toHaveLength(0);
    expect(store.notices.count(accountId, null)).toBe(1);
  });
});

it('counts a mail that lies in Sent twice once, also after one of the two is gone', () => {
  const open = (path: string, uidValidity: number) =>
    store.folders.open({ accountId, path, uidValidity, role: 'sent', messages: 1 });
  const mail = {
    accountId,
    messageId: '<a@example.com>',
    at: 1000,
    receivedAt: 1000,
    recipients: 2,
  };
  store.sent.add({ ...mail, folderId: open('Sent', 2), uid: 1 });
  store.sent.add({ ...mail, folderId: open('Sent Items', 2), uid: 7 });
  expect(store.sent.columns(accountId).at).toHaveLength(1);
  open('Sent', 3);
  expect(store.sent.columns(accountId).at).toHaveLength(1);
  open('Sent Items', 3);
  expect(store.sent.columns(accountId).at).toHaveLength(0);
});

it('lists a page of notices by what people type, literally', () => {
  add(1000, noticeOf('<a@example.com>', { recipient: '100%@dest.example.com' }));
  add(2000, noticeOf('<b@example.com>', {}));
  const query = {
    accountId,
    from: null,
    to: null,
    category: null,
    ...{ nature: null, direction: null, connectionIp: null, recipientDomain: null, program: null },
    sort: 'at',
    offset: 0,
    limit: 10,
  } as const;
  const all = store.listNotices({ ...query, text: null, descending: true });
  expect([all.total, all.rows.map(({ at }) => at)]).toEqual([2, [2000, 1000]]);
  expect(store.listNotices({ ...query, text: '100%', descending: true }).total).toBe(1);
  expect(store.listNotices({ ...query, text: '_', descending: true }).total).toBe(0);
});

it('removes an account with everything that was read from it', () => {
  add(1000, noticeOf('<a@example.com>', {}));
  store.accounts.remove(accountId);
  expect(store.accounts.list()).toEqual([]);
  expect(rejectionTimes()).toEqual([]);
});

describe('a file that is no database', () => {
  it('is said to be damaged and left as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-store-'));
    try {
      const file = join(folder, 'sendwell.db');
      writeFileSync(file, 'not a database '.repeat(100));
      const opened = await openStore(file);
      expect(opened).toMatchObject({ ok: false, problem: { code: 'store-damaged' } });
      expect(readFileSync(file, 'utf8')).toBe('not a database '.repeat(100));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the history of a password', () => {
  it('keeps verdicts and changes, and forgets them with the account', () => {
    const { passwordHistory } = store;
    expect(passwordHistory.lastCheck(accountId)).toBeNull();
    passwordHistory.addCheck(accountId, { at: 1000, compliant: false, score: 1 });
    passwordHistory.addCheck(accountId, { at: 3000, compliant: true, score: 4 });
    passwordHistory.addChange(accountId, 2000);
    expect(passwordHistory.lastCheck(accountId)).toEqual({ at: 3000, compliant: true, score: 4 });
    expect(passwordHistory.changes(accountId)).toEqual([2000]);
    store.accounts.remove(accountId);
    expect(passwordHistory.lastCheck(accountId)).toBeNull();
    expect(passwordHistory.changes(accountId)).toEqual([]);
  });
});
