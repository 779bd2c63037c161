import { beforeEach, describe, expect, it } from 'vitest';
import { standing as standingOf } from '../../../app/scan/overview.ts';
import { scan, type ScanProgress, type ScanRequest } from '../../../app/scan/scan.ts';
import type { StoredAccount } from '../../../app/store/accounts.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { ordinary, sentMail, throttleNotice } from './mails.ts';
import { MemoryMailbox } from './memory-mailbox.ts';

const minute = 60_000;
const day = 86_400_000;
const now = new Date('2026-03-10T12:00:00Z');
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);

let store: Store;
let account: StoredAccount;

/** 300 messages, newest first in their UIDs' order; every tenth is a throttle notice. */
const mailbox = (): MemoryMailbox =>
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

const request = (box: MemoryMailbox, more: Partial<ScanRequest> = {}): ScanRequest => ({
  mailbox: box,
  store,
  account,
  since: ago(90 * day),
  folders: [],
  signal: new AbortController().signal,
  clock: () => now,
  onProgress: () => undefined,
  ...more,
});

async function run(box: MemoryMailbox, more: Partial<ScanRequest> = {}) {
  const scanned = await scan(request(box, more));
  if (!scanned.ok) throw new Error(scanned.problem.code);
  return scanned.value;
}

const standing = () =>
  standingOf(store, account.id, {
    ...{ now: now.getTime(), since: store.scans.last(account.id)?.since ?? null },
    offsetAt: () => 0,
  });

const found = () => {
  const { totals, episodes } = standing();
  return { totals, episodes };
};

beforeEach(async () => {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
  account = store.accounts.save({
    address: 'owner@example.com',
    host: 'imap.example.com',
    port: 993,
    sample: false,
    ca: null,
  });
});

describe('a whole scan', () => {
  it('finds every throttle, invents none, and fetches only candidates', async () => {
    const box = mailbox();
    const outcome = await run(box);
    expect(outcome).toMatchObject({ status: 'complete', problem: null });
    expect(found().totals).toEqual({ notices: 30, failures: 30, throttled: 30 });
    expect(box.asked.filter((asked) => asked.startsWith('message'))).toHaveLength(30);
    expect(outcome.record.report.folders).toContainEqual({
      ...{ path: 'INBOX', role: 'inbox' },
      ...{ messages: 300, swept: 300, candidates: 30, notices: 30 },
    });
  });

  it('reads newest first and tells how far it is', async () => {
    const told: ScanProgress[] = [];
    await run(mailbox(), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ swept: 301, total: 301, notices: 30, throttled: 30 });
    expect(told.map(({ swept }) => swept)).toEqual(
      [...told.map(({ swept }) => swept)].sort((a, b) => a - b),
    );
  });

  it('says what it did not read', async () => {
    const { record } = await run(mailbox(), { since: ago(day) });
    expect(record.report.notScanned.map(({ code }) => code)).toEqual([
      'other-folders',
      'before-window',
    ]);
    expect(record.report.folders[0]).toMatchObject({ swept: 16 });
  });

  it('takes the time of arrival where a Date lies in the future or is missing', async () => {
    const box = mailbox();
    box.folders['INBOX']!.messages = [
      throttleNotice(1, ago(5 * minute), { date: 'Fri, 01 Jan 2100 00:00:00 +0000' }),
      throttleNotice(2, ago(4 * minute), { date: null }),
      throttleNotice(3, ago(3 * minute), { date: ago(3 * day).toUTCString() }),
    ];
    await run(box);
    expect(found().episodes.map(({ startedAt, failures }) => [startedAt, failures])).toEqual([
      [ago(3 * day).getTime(), 1],
      [ago(5 * minute).getTime(), 2],
    ]);
  });

  it('reports a notice that cannot be read instead of skipping it', async () => {
    const box = mailbox();
    const nested = Array.from({ length: 60 }, (_, depth) =>
      [`Content-Type: multipart/mixed; boundary="b${depth}"`, '', `--b${depth}`, ''].join('\r\n'),
    ).join('');
    const from =
      'From: MAILER-DAEMON@mail.example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n';
    box.folders['INBOX']!.messages.push({ uid: 301, receivedAt: ago(minute), raw: from + nested });
    const { record } = await run(box);
    const unread = [...store.notices.list(account.id, null)].filter(
      ({ notice }) => notice.unreadable !== null,
    );
    expect(unread.map(({ uid }) => uid)).toEqual([301]);
    expect(record.report.notScanned).toContainEqual({
      code: 'unreadable',
      subject: null,
      count: 1,
    });
  });

  it('counts a notice once that lies in two folders', async () => {
    const box = mailbox();
    box.folders['垃圾邮件']!.messages = [throttleNotice(7, ago(day), { key: 'notice-300' })];
    await run(box);
    expect(found().totals.notices).toBe(30);
  });
});

describe('scanning again', () => {
  it('asks for nothing that it knows', async () => {
    const box = mailbox();
    await run(box);
    const before = found();
    box.asked.length = 0;
    await run(box);
    expect(box.asked).toEqual(['list', 'open INBOX', 'open 垃圾邮件', 'open 已发送']);
    expect(found()).toEqual(before);
  });

  it('reads what is new', async () => {
    const box = mailbox();
    await run(box);
    box.folders['INBOX']!.messages.push(throttleNotice(301, ago(minute)));
    box.asked.length = 0;
    const { record } = await run(box);
    expect(box.asked).toContain('headers 1');
    expect(found().totals.throttled).toBe(31);
    expect(record.report.folders[0]).toMatchObject({ swept: 301, notices: 31 });
  });

  it('with an earlier window reads only what is older, and equals a fresh scan', async () => {
    const box = mailbox();
    await run(box, { since: ago(5 * day) });
    const first = box.asked.length;
    await run(box, { since: ago(30 * day) });
    const headers = box.asked
      .slice(first)
      .filter((asked) => asked.startsWith('headers'))
      .reduce((sum, asked) => sum + Number(asked.split(' ')[1]), 0);
    expect(headers).toBe(300 - 80);
    expect(found().totals.throttled).toBe(30);
  });

  it('reads a folder anew when its UIDVALIDITY changed, and counts nothing twice', async () => {
    const box = mailbox();
    await run(box);
    box.folders['INBOX']!.uidValidity = 3;
    const { record } = await run(box);
    expect(found().totals).toEqual({ notices: 30, failures: 30, throttled: 30 });
    expect(record.report.folders[0]).toMatchObject({ swept: 300 });
  });
});

describe('a scan that is cut', () => {
  it('keeps what was read, never calls it healthy, and ends up the same after any cut', async () => {
    const whole = mailbox();
    await run(whole);
    const undisturbed = found();
    for (let cutAfter = 1; cutAfter < whole.asked.length; cutAfter += 1) {
      const opened = await openStore(':memory:');
      if (!opened.ok) throw new Error(opened.problem.code);
      store = opened.value;
      account = store.accounts.save(account);
      const box = mailbox();
      box.cutAfter = cutAfter;
      const cut = await run(box);
      expect(cut).toMatchObject({ status: 'incomplete', problem: { code: 'connection-closed' } });
      expect(standing().state).toBe('unknown');
      box.cutAfter = Infinity;
      expect(await run(box)).toMatchObject({ status: 'complete' });
      expect(found()).toEqual(undisturbed);
      store.close();
    }
  });

  it('stops where it is told to and goes on from there', async () => {
    const abort = new AbortController();
    const box = mailbox();
    const outcome = await run(box, {
      signal: abort.signal,
      onProgress: ({ swept }) => swept >= 100 && abort.abort(),
    });
    expect(outcome.status).toBe('cancelled');
    expect(outcome.record.report.notScanned).toContainEqual({
      code: 'cancelled',
      subject: null,
      count: 201,
    });
    box.asked.length = 0;
    await run(box);
    expect(found().totals.throttled).toBe(30);
    expect(box.asked.filter((asked) => asked.startsWith('message'))).toHaveLength(20);
  });
});

describe('folders that cannot be read', () => {
  it('goes on with the others and does not call it complete', async () => {
    const box = mailbox();
    box.refusedFolders.set('垃圾邮件', 'folder-refused');
    const outcome = await run(box);
    expect(outcome).toMatchObject({ status: 'incomplete', problem: null });
    expect(found().totals.throttled).toBe(30);
    // What was found is certain; only "healthy" would need the rest.
    expect(standing().state).toBe('limited');
  });

  it('says so when none of the folders asked for is there', async () => {
    const outcome = await scan(request(mailbox(), { folders: ['Nowhere'] }));
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'folder-missing', subject: 'Nowhere' },
    });
  });

  it('takes an empty mailbox for what it is', async () => {
    const box = mailbox();
    for (const folder of Object.values(box.folders)) folder.messages = [];
    expect(await run(box)).toMatchObject({ status: 'complete' });
    expect(standing()).toMatchObject({
      state: 'healthy',
      totals: { notices: 0, failures: 0, throttled: 0 },
    });
  });
});
