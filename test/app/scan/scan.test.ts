import { beforeEach, describe, expect, it } from 'vitest';
import { scan, type ScanProgress } from '../../../app/scan/scan.ts';
import { throttleNotice } from './mails.ts';
import { ago, day, mailbox, minute, newWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await newWorld();
});

describe('a whole scan', () => {
  it('finds every throttle, invents none, and fetches only candidates', async () => {
    const box = mailbox();
    const outcome = await world.run(box);
    expect(outcome).toMatchObject({ status: 'complete', problem: null });
    expect(world.found().totals).toEqual({ notices: 30, failures: 30, throttled: 30 });
    expect(box.fetched()).toHaveLength(30);
    expect(outcome.record.report.folders).toContainEqual({
      ...{ path: 'INBOX', role: 'inbox' },
      ...{ messages: 300, swept: 300, candidates: 30, notices: 30 },
    });
  });

  it('reads newest first and tells how far it is', async () => {
    const told: ScanProgress[] = [];
    await world.run(mailbox(), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ swept: 301, total: 301, notices: 30, throttled: 30 });
    expect(told.map(({ swept }) => swept)).toEqual(
      [...told.map(({ swept }) => swept)].sort((a, b) => a - b),
    );
  });

  it('says what it did not read', async () => {
    const { record } = await world.run(mailbox(), { since: ago(day) });
    expect(record.report.notScanned.map(({ code }) => code)).toEqual([
      'other-folders',
      'before-window',
    ]);
    expect(record.report.folders[0]).toMatchObject({ swept: 16 });
  });

  it('does not call old what it could not read', async () => {
    const box = mailbox();
    let opened = 0;
    box.before = (asked) =>
      asked === 'open INBOX' && ++opened > 1 ? ('folder-refused' as const) : null;
    const { record } = await world.run(box);
    expect(record.complete).toBe(false);
    expect(record.report.notScanned.map(({ code, subject }) => [code, subject])).toEqual([
      ['other-folders', null],
      ['folder', 'INBOX'],
    ]);
  });

  it('takes the time of arrival where a Date lies in the future or is missing', async () => {
    const box = mailbox();
    box.folders['INBOX']!.messages = [
      throttleNotice(1, ago(5 * minute), { date: 'Fri, 01 Jan 2100 00:00:00 +0000' }),
      throttleNotice(2, ago(4 * minute), { date: null }),
      throttleNotice(3, ago(3 * minute), { date: ago(3 * day).toUTCString() }),
    ];
    await world.run(box);
    expect(world.found().episodes.map(({ startedAt, failures }) => [startedAt, failures])).toEqual([
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
    const { record } = await world.run(box);
    const unread = [...world.store.notices.list(world.account.id, null)].filter(
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
    await world.run(box);
    expect(world.found().totals.notices).toBe(30);
  });
});

describe('scanning again', () => {
  it('asks for nothing that it knows', async () => {
    const box = mailbox();
    await world.run(box);
    const before = world.found();
    box.asked.length = 0;
    await world.run(box);
    expect(box.asked).toEqual(['list', 'open INBOX', 'open 垃圾邮件', 'open 已发送']);
    expect(world.found()).toEqual(before);
  });

  it('reads what is new', async () => {
    const box = mailbox();
    await world.run(box);
    box.folders['INBOX']!.messages.push(throttleNotice(301, ago(minute)));
    box.asked.length = 0;
    const { record } = await world.run(box);
    expect(box.asked).toContain('headers 1');
    expect(world.found().totals.throttled).toBe(31);
    expect(record.report.folders[0]).toMatchObject({ swept: 301, notices: 31 });
  });

  it('with an earlier window reads only what is older, and equals a fresh scan', async () => {
    const box = mailbox();
    await world.run(box, { since: ago(5 * day) });
    const first = box.asked.length;
    await world.run(box, { since: ago(30 * day) });
    const headers = box.asked
      .slice(first)
      .filter((asked) => asked.startsWith('headers'))
      .reduce((sum, asked) => sum + Number(asked.split(' ')[1]), 0);
    expect(headers).toBe(300 - 80);
    expect(world.found().totals.throttled).toBe(30);
  });

  it('reads a folder anew when its UIDVALIDITY changed, and counts nothing twice', async () => {
    const box = mailbox();
    await world.run(box);
    box.folders['INBOX']!.uidValidity = 3;
    const { record } = await world.run(box);
    expect(world.found().totals).toEqual({ notices: 30, failures: 30, throttled: 30 });
    expect(record.report.folders[0]).toMatchObject({ swept: 300 });
  });
});

describe('a scan that is cut', () => {
  it('keeps what was read, never calls it healthy, and ends up the same after any cut', async () => {
    const whole = mailbox();
    await world.run(whole);
    const undisturbed = world.found();
    for (let cutAfter = 1; cutAfter < whole.asked.length; cutAfter += 1) {
      world = await newWorld();
      const box = mailbox();
      box.cutAfter = cutAfter;
      const cut = await world.run(box);
      expect(cut).toMatchObject({ status: 'incomplete', problem: { code: 'connection-closed' } });
      expect(world.standing().state).toBe('unknown');
      box.cutAfter = Infinity;
      expect(await world.run(box)).toMatchObject({ status: 'complete' });
      expect(world.found()).toEqual(undisturbed);
      world.store.close();
    }
  });

  it('stops where it is told to and goes on from there', async () => {
    const abort = new AbortController();
    const box = mailbox();
    const outcome = await world.run(box, {
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
    await world.run(box);
    expect(world.found().totals.throttled).toBe(30);
    expect(box.fetched()).toHaveLength(20);
  });
});

describe('folders that cannot be read', () => {
  it('goes on with the others and does not call it complete', async () => {
    const box = mailbox();
    box.refusedFolders.set('垃圾邮件', 'folder-refused');
    const outcome = await world.run(box);
    expect(outcome).toMatchObject({ status: 'incomplete', problem: null });
    expect(world.found().totals.throttled).toBe(30);
    // What was found is certain; only "healthy" would need the rest.
    expect(world.standing().state).toBe('limited');
  });

  it('says so when none of the folders asked for is there', async () => {
    const outcome = await scan(world.request(mailbox(), { folders: ['Nowhere'] }));
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'folder-missing', subject: 'Nowhere' },
    });
  });

  it('takes an empty mailbox for what it is', async () => {
    const box = mailbox();
    for (const folder of Object.values(box.folders)) folder.messages = [];
    expect(await world.run(box)).toMatchObject({ status: 'complete' });
    expect(world.standing()).toMatchObject({
      state: 'healthy',
      totals: { notices: 0, failures: 0, throttled: 0 },
    });
  });
});
